package io.counterpart.hq.channel;

import java.util.Optional;
import java.util.function.Consumer;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.problem.ETags;

/** Saves what an administrator put and tells the channels in the same transaction. */
@Service
class ConfigurationService {

    private final EntityManager entities;
    private final ConfigurationPublisher publication;

    ConfigurationService(EntityManager entities, ConfigurationPublisher publication) {
        this.entities = entities;
        this.publication = publication;
    }

    /**
     * Puts the whole of something: makes it when it is not there, else changes the version that the caller read.
     *
     * @param edit from what is there, or null, to what shall be
     */
    @Transactional
    public <E extends Versioned> E save(
            AdministeredRepository<E> table,
            String id,
            @Nullable String ifMatch,
            Edit<E> edit,
            Consumer<ConfigurationPublisher> tell) {
        Optional<E> present = table.findById(id);
        present.ifPresent(it -> requireVersion(it, ifMatch));
        E saved = table.save(edit.apply(present.orElse(null)));
        entities.flush();
        tell.accept(publication);
        return saved;
    }

    private static void requireVersion(Versioned present, @Nullable String ifMatch) {
        Long version = present.version();
        ETags.require(version != null && version == ETags.expected(ifMatch));
    }

    /** What an administrator wants of something that may be there already. */
    @FunctionalInterface
    interface Edit<E> {

        E apply(@Nullable E present);
    }
}
