package io.counterpart.channel.customer;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.search.SearchTerms;

/** A customer of this channel database, without addresses and contacts, which are loaded only on demand. */
@Entity
@Table(name = "customer")
public class Customer {

    @Id
    private UUID asyncCustomerId;

    @Embedded
    private CustomerProfile profile;

    @Mutability(Immutability.class)
    private List<String> affiliations;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Map<String, Object> attributes;

    @Embedded
    @AttributeOverride(name = "issuer", column = @Column(name = "identity_issuer"))
    @AttributeOverride(name = "subject", column = @Column(name = "identity_subject"))
    private @Nullable ExternalIdentity externalIdentity;

    @Mutability(Immutability.class)
    private List<String> searchTerms;

    @Embedded
    private CreationInfo origin;

    @Embedded
    private SyncState progress;

    @Embedded
    private @Nullable SyncTimeline timeline;

    private boolean blocked;

    private @Nullable String entryHash;

    @Column(insertable = false, updatable = false)
    private @Nullable Instant erasedAt;

    @Version
    private long version;

    @SuppressWarnings({"NullAway", "unused"}) // Hibernate sets the fields
    protected Customer() {}

    Customer(NewCustomer created, CreationInfo origin, SyncState progress, SyncTimeline timeline) {
        CustomerContent content = created.content();
        this.asyncCustomerId = created.id();
        this.entryHash = created.entryHash();
        this.profile = content.profile();
        this.affiliations = content.affiliations();
        this.attributes = content.attributes();
        this.externalIdentity = content.externalIdentity();
        this.searchTerms = SearchTerms.of(content);
        this.origin = origin;
        this.progress = progress;
        this.timeline = timeline;
        this.version = 1;
    }

    /** Applies the result of an edit. */
    void take(CustomerContent content, SyncState after) {
        this.profile = content.profile();
        this.affiliations = content.affiliations();
        this.attributes = content.attributes();
        this.externalIdentity = content.externalIdentity();
        this.searchTerms = SearchTerms.of(content);
        this.progress = after;
    }

    public UUID asyncCustomerId() {
        return asyncCustomerId;
    }

    public CustomerProfile profile() {
        return profile;
    }

    List<String> affiliations() {
        return affiliations;
    }

    public List<String> searchTerms() {
        return searchTerms;
    }

    Map<String, Object> attributes() {
        return attributes;
    }

    @Nullable ExternalIdentity externalIdentity() {
        return externalIdentity;
    }

    /** Null: HQ has not assigned it yet. */
    public @Nullable String accountNumber() {
        return progress.accountNumber();
    }

    CreationInfo origin() {
        return origin;
    }

    SyncState progress() {
        return progress;
    }

    SyncTimeline timeline() {
        return timeline == null ? SyncTimeline.NOT_BEGUN : timeline;
    }

    /** Hash of the entered data; null: the customer was not created here under an id that the caller assigned. */
    public @Nullable String entryHash() {
        return entryHash;
    }

    public boolean isBlocked() {
        return blocked;
    }

    /** Whether HQ erased the personal data of the customer; only the IDs and the account number remain. */
    public boolean isErased() {
        return erasedAt != null;
    }

    long version() {
        return version;
    }
}
