package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.counterpart.contract.Address;

/** The stored form of an address: the address of the contract under the key of its customer. */
@Entity
@Table(name = "customer_address")
class CustomerAddress extends CustomerPart<Address> {

    @EmbeddedId
    @AttributeOverride(name = "partId", column = @Column(name = "address_id"))
    private Id id;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "address_id", insertable = false, updatable = false))
    @AttributeOverride(name = "primary", column = @Column(name = "is_primary"))
    private Address address;

    @SuppressWarnings({"NullAway", "unused"}) // Hibernate sets the fields
    protected CustomerAddress() {
        super(null);
    }

    CustomerAddress(UUID asyncCustomerId, Address address, Instant createdAt) {
        super(createdAt);
        this.id = new Id(asyncCustomerId, address.id());
        this.address = address;
    }

    @Override
    public Id getId() {
        return id;
    }

    @Override
    void change(Address edited) {
        this.address = edited;
    }

    Address address() {
        return address;
    }
}
