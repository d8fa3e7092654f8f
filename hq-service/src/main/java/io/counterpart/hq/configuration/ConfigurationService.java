package io.counterpart.hq.configuration;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.configuration.GlobalConfigurationRepository.ConfigurationReach;
import io.counterpart.hq.problem.Versions;

/**
 * Saves changes of administrators, audits and publishes them in the same transaction; answers queries about the configuration.
 */
@Service
public class ConfigurationService {

    private final EntityManager entities;
    private final ConfigurationPublisher publication;
    private final ConfigurationRepository configuration;
    private final GlobalConfigurationRepository global;
    private final AuditService audit;

    ConfigurationService(
            EntityManager entities,
            ConfigurationPublisher publication,
            ConfigurationRepository configuration,
            GlobalConfigurationRepository global,
            AuditService audit) {
        this.entities = entities;
        this.publication = publication;
        this.configuration = configuration;
        this.global = global;
        this.audit = audit;
    }

    /**
     * Replaces an object: creates it if it does not exist, otherwise changes the version that the caller read.
     *
     * @param seen the version that the caller read; evaluated only if the object exists
     * @param edit from the existing object, or null, to the new state
     */
    @Transactional
    public <E extends Versioned> E save(
            AdministeredRepository<E> table,
            String id,
            LongSupplier seen,
            Edit<E> edit,
            Consumer<ConfigurationPublisher> tell) {
        Optional<E> present = table.findById(id);
        present.ifPresent(it -> requireVersion(it, seen));
        // An edit changes the object itself.
        Object before = present.map(Versioned::view).orElse(null);
        E saved = table.save(edit.apply(present.orElse(null)));
        entities.flush();
        audit.noteSetting(saved.subject(), before, saved.view());
        tell.accept(publication);
        return saved;
    }

    public boolean hasChannel(@Nullable String channel) {
        return channel != null && configuration.all().contains(channel);
    }

    public boolean hasChannels(Collection<String> channels) {
        return configuration.all().containsAll(channels);
    }

    public boolean hasDatabase(@Nullable String name) {
        return configuration.hasDatabase(name);
    }

    public boolean hasProfile(@Nullable String id) {
        return configuration.hasProfile(id);
    }

    public boolean hasCustomer(String accountNumber) {
        return configuration.hasCustomer(accountNumber);
    }

    public List<ChannelConfiguration> channels() {
        return configuration.channels(configuration.all());
    }

    public ConfigurationReach reach(long version) {
        return global.reach(version);
    }

    private static void requireVersion(Versioned present, LongSupplier seen) {
        Long version = present.version();
        Versions.require(version != null && version == seen.getAsLong());
    }

    /** The change of an object that may exist already. */
    @FunctionalInterface
    public interface Edit<E> {

        E apply(@Nullable E present);
    }
}
