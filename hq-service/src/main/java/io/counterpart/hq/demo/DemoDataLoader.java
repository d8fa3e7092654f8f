package io.counterpart.hq.demo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.configuration.ConfigurationPublisher;
import io.counterpart.hq.security.TokenGenerator;

/** Loads two stores on one channel database, an online store on another, and publicly known tokens. */
@Component
@Profile("local")
class DemoDataLoader implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(DemoDataLoader.class);

    private final DemoDataRepository repository;
    private final ConfigurationPublisher publication;

    DemoDataLoader(DemoDataRepository repository, ConfigurationPublisher publication) {
        this.repository = repository;
        this.publication = publication;
    }

    @Override
    @Transactional
    public void run(ApplicationArguments arguments) {
        if (!repository.isEmpty()) {
            return;
        }
        repository.load();
        token("pos-harbor", TokenRole.TILL, "HARBOR");
        token("pos-station", TokenRole.TILL, "STATION");
        storefront("storefront-online", StorefrontAccess.FULL, "ONLINE");
        storefront("shop-online", StorefrontAccess.SIGN_IN_ONLY, "ONLINE");
        token("rts-harbor", TokenRole.CHANNEL_DATABASE, "harbor");
        token("rts-online", TokenRole.CHANNEL_DATABASE, "online");
        token("hq-admin", TokenRole.HQ_API, "");
        publication.everything();
        log.info("Demo data loaded");
    }

    private void storefront(String name, StorefrontAccess access, String owner) {
        repository.addToken(hash(name), name, TokenRole.STOREFRONT, access, owner);
    }

    private void token(String name, TokenRole role, String owner) {
        repository.addToken(hash(name), name, role, null, owner);
    }

    private static String hash(String name) {
        return TokenGenerator.sha256(TokenGenerator.DEMO_PREFIX + name);
    }
}
