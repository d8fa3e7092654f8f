package io.counterpart.channel.customer;

import java.time.Instant;

import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Transient;

import org.springframework.data.domain.Persistable;

/** What addresses and contacts have in common: made once, for one customer, with an id of their own. */
@MappedSuperclass
abstract class CustomerPart implements Persistable<PartId> {

    private Instant createdAt;

    @Transient
    private boolean stored;

    protected CustomerPart(Instant createdAt) {
        this.createdAt = createdAt;
    }

    Instant createdAt() {
        return createdAt;
    }

    // The id is given, not generated: without this Spring Data would ask the database first.
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
