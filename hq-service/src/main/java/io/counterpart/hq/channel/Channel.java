package io.counterpart.hq.channel;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.ChannelType;
import io.counterpart.contract.configuration.OperatingUnit;
import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.hq.configuration.Versioned;

/** A store, an online store or a call center. */
@Entity
@Table(name = "channel")
class Channel implements Versioned {

    @Id
    private String channel;

    private String name;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(12)")
    private ChannelType type;

    @Column(name = "channel_database")
    private String channelDatabase;

    @Column(name = "functionality_profile")
    private String functionalityProfile;

    @Column(name = "default_customer")
    private @Nullable String defaultCustomer;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "operating_unit")
    private OperatingUnit operatingUnit;

    @Enumerated(EnumType.STRING)
    @Column(name = "storefront_access", columnDefinition = "varchar(12)")
    private StorefrontAccess storefrontAccess;

    @Version
    private @Nullable Long version;

    Channel(ChannelView wanted, String channel) {
        this.channel = channel;
        this.name = wanted.name();
        this.type = wanted.type();
        this.channelDatabase = wanted.channelDatabase();
        this.functionalityProfile = wanted.functionalityProfile();
        this.operatingUnit = wanted.operatingUnit();
        this.storefrontAccess =
                wanted.type() == ChannelType.ONLINE_STORE ? StorefrontAccess.SIGN_IN_ONLY : StorefrontAccess.FULL;
        change(wanted);
    }

    @NullUnmarked
    protected Channel() {}

    Channel change(ChannelView wanted) {
        name = wanted.name();
        type = wanted.type();
        channelDatabase = wanted.channelDatabase();
        functionalityProfile = wanted.functionalityProfile();
        defaultCustomer = wanted.defaultCustomer();
        operatingUnit = wanted.operatingUnit();
        if (wanted.storefrontAccess() != null) {
            storefrontAccess = wanted.storefrontAccess();
        }
        return this;
    }

    @Override
    public ChannelView view() {
        return new ChannelView(
                channel,
                name,
                type,
                channelDatabase,
                functionalityProfile,
                defaultCustomer,
                operatingUnit,
                storefrontAccess);
    }

    @Override
    public String subject() {
        return "Channel " + channel;
    }

    @Override
    public @Nullable Long version() {
        return version;
    }
}
