package io.counterpart.channel.signin;

import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.support.security.Sha256;

/** A running channel service and a storefront that signs customers in. */
abstract class SignInContext extends ChannelServiceContext {

    static final String SIGN_INS = "/api/v1/sign-ins";

    final ExecutorService threads = Executors.newFixedThreadPool(4);
    final String subject = UUID.randomUUID().toString();
    final String email = "sign." + UUID.randomUUID() + "@Example.com";

    @BeforeEach
    void storefronts() {
        harbor = storefront(harbor, "HARBOR");
        station = storefront(station, "STATION");
    }

    @AfterEach
    void endThreads() {
        threads.shutdown();
    }

    ApiClient storefront(ApiClient client, String channel) {
        String token = "storefront-of-" + channel;
        jdbc.update(
                "insert into device_token (sha256, channel, device, role) values (?, ?, ?, 'STOREFRONT')"
                        + " on conflict do nothing",
                Sha256.hex(token),
                channel,
                token);
        return client.with(token);
    }

    static Response signIn(ApiClient storefront, String subject, String customer) {
        return storefront.post(SIGN_INS, """
                {"externalIdentity": {"issuer": "https://login.example.com", "subject": "%s", "emailVerified": true},
                 "customer": %s}
                """.formatted(subject, customer));
    }

    static String customer(String email) {
        return "{\"lastName\": \"Signer\", \"email\": \"%s\"}".formatted(email);
    }
}
