package io.counterpart.channel.customer;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

/** The common base of addresses and contacts: parts of one customer, each with its own id. */
@MappedSuperclass
abstract class CustomerPart<P> implements Persistable<CustomerPart.Id> {

    record Id(UUID asyncCustomerId, UUID partId) implements Serializable {}

    private Instant createdAt;

    @Transient
    private boolean stored;

    protected CustomerPart(Instant createdAt) {
        this.createdAt = createdAt;
    }

    @Override
    public abstract Id getId();

    abstract void change(P edited);

    Instant createdAt() {
        return createdAt;
    }

    // The id is assigned, not generated: without this Spring Data would query the database first.
    @Override
    public boolean isNew() {
        return !stored;
    }

    @PostPersist
    @PostLoad
    void isStored() {
        stored = true;
    }
}
