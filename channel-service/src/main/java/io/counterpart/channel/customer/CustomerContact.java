package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

import io.counterpart.contract.Contact;

/** The stored form of a secondary contact: the contact of the contract under the key of its customer. */
@Entity
@Table(name = "customer_contact")
class CustomerContact extends CustomerPart<Contact> {

    @EmbeddedId
    @AttributeOverride(name = "partId", column = @Column(name = "contact_id"))
    private Id id;

    @Embedded
    @AttributeOverride(name = "id", column = @Column(name = "contact_id", insertable = false, updatable = false))
    @AttributeOverride(name = "primary", column = @Column(name = "is_primary"))
    private Contact contact;

    @SuppressWarnings({"NullAway", "unused"}) // Hibernate sets the fields
    protected CustomerContact() {
        super(null);
    }

    CustomerContact(UUID asyncCustomerId, Contact contact, Instant createdAt) {
        super(createdAt);
        this.id = new Id(asyncCustomerId, contact.id());
        this.contact = contact;
    }

    @Override
    public Id getId() {
        return id;
    }

    @Override
    void change(Contact edited) {
        this.contact = edited;
    }

    Contact contact() {
        return contact;
    }
}
