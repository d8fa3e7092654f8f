package io.counterpart.hq.device;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

import io.counterpart.contract.configuration.StorefrontAccess;
import io.counterpart.contract.configuration.TokenRole;

/** A till, storefront, channel database or API client with its token, of which only the hash is stored. */
@Entity
@Table(name = "device_token")
class Device {

    @Id
    private String sha256;

    private String device;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "varchar(20)")
    private TokenRole role;

    private @Nullable String channel;

    @Column(name = "channel_database")
    private @Nullable String channelDatabase;

    @Enumerated(EnumType.STRING)
    @Column(name = "storefront_access", columnDefinition = "varchar(12)")
    private @Nullable StorefrontAccess storefrontAccess;

    @Column(name = "expires_at")
    private @Nullable Instant expiresAt;

    @Column(name = "created_at")
    private Instant createdAt;

    // The authentication of requests writes it.
    @Column(name = "last_used_at", insertable = false, updatable = false)
    private @Nullable Instant lastUsedAt;

    Device(String sha256, DeviceRequest wanted, Instant createdAt) {
        this.sha256 = sha256;
        this.device = wanted.device();
        this.role = wanted.role();
        this.channel = wanted.channel();
        this.channelDatabase = wanted.channelDatabase();
        this.storefrontAccess = wanted.storefrontAccess();
        this.expiresAt = wanted.expiresAt();
        this.createdAt = createdAt;
    }

    @NullUnmarked
    protected Device() {}

    @Nullable String channel() {
        return channel;
    }

    String subject() {
        return "Token of " + device;
    }

    /** The values of audit entries: without the hash. */
    Map<String, @Nullable Object> auditedValues() {
        var values = new LinkedHashMap<String, @Nullable Object>();
        values.put("role", role);
        values.put("channel", channel);
        values.put("channelDatabase", channelDatabase);
        values.put("storefrontAccess", storefrontAccess);
        values.put("expiresAt", expiresAt);
        return values;
    }

    DeviceView view(@Nullable String token) {
        return new DeviceView(
                sha256,
                device,
                role,
                channel,
                channelDatabase,
                storefrontAccess,
                expiresAt,
                createdAt,
                lastUsedAt,
                token);
    }
}
