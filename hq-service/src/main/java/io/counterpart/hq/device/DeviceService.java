package io.counterpart.hq.device;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.configuration.ConfigurationPublisher;
import io.counterpart.hq.configuration.ConfigurationService;
import io.counterpart.hq.configuration.NameValidator;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.StorableTimes;
import io.counterpart.hq.security.TokenGenerator;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.security.SecurityEvents;

/** Issues and revokes tokens, audits them, and publishes them to the channel of the device in the same transaction. */
@Service
class DeviceService {

    private final DeviceRepository devices;
    private final ConfigurationService configuration;
    private final EntityManager entities;
    private final ConfigurationPublisher publication;
    private final AuditService audit;
    private final Clock clock;

    DeviceService(
            DeviceRepository devices,
            ConfigurationService configuration,
            EntityManager entities,
            ConfigurationPublisher publication,
            AuditService audit,
            Clock clock) {
        this.devices = devices;
        this.configuration = configuration;
        this.entities = entities;
        this.publication = publication;
        this.audit = audit;
        this.clock = clock;
    }

    List<DeviceView> all() {
        return devices.findAllByOrderByDevice().stream()
                .map(device -> device.view(null))
                .toList();
    }

    /** Returns the token itself, which is not available later. */
    @Transactional
    public DeviceView register(DeviceRequest wanted) {
        check(wanted);
        String token = TokenGenerator.fresh();
        Device device = devices.save(new Device(TokenGenerator.sha256(token), wanted, clock.instant()));
        audit.noteChange("create", device.subject(), null, device.auditedValues());
        event("token-created", device);
        publishChannel(device.channel());
        return device.view(token);
    }

    /** Returns whether a channel had the token, which accepts it until the revocation arrives there. */
    @Transactional
    public boolean revoke(String sha256) {
        Device device = devices.findById(sha256).orElseThrow(() -> HqProblem.DEVICE_NOT_FOUND.problem());
        devices.delete(device);
        audit.noteChange("revoke", device.subject(), device.auditedValues(), null);
        event("token-revoked", device);
        publishChannel(device.channel());
        if (device.channel() != null) {
            publication.revokeToken(device.channel(), sha256);
        }
        return device.channel() != null;
    }

    private static void event(String event, Device device) {
        DeviceView view = device.view(null);
        SecurityEvents.write(
                event,
                "device",
                view.device(),
                "role",
                view.role(),
                "channel",
                view.channel(),
                "channelDatabase",
                view.channelDatabase(),
                "by",
                AuditService.actor());
    }

    private void publishChannel(@Nullable String channel) {
        entities.flush();
        if (channel != null) {
            publication.channel(channel);
        }
    }

    private void check(DeviceRequest wanted) {
        NameValidator.check("/device", wanted.device(), NameValidator.LONGEST_NAME);
        if (wanted.role() == null) {
            throw Problem.validation("/role", "required", "A value is required");
        }
        Instant expiresAt = wanted.expiresAt();
        if (expiresAt != null && !StorableTimes.require("expiresAt", expiresAt).isAfter(clock.instant())) {
            throw Problem.validation("/expiresAt", "not-in-future", "Must be in the future");
        }
        boolean ofChannel = wanted.role() == TokenRole.TILL || wanted.role() == TokenRole.STOREFRONT;
        if (ofChannel && !configuration.hasChannel(wanted.channel())) {
            throw Problem.validation(
                    "/channel", "unknown", "A POS terminal or storefront requires an existing channel");
        }
        if (wanted.channel() != null && !configuration.hasChannel(wanted.channel())) {
            throw Problem.validation("/channel", "unknown", "The channel does not exist");
        }
        if (wanted.channelDatabase() != null && !configuration.hasDatabase(wanted.channelDatabase())) {
            throw Problem.validation("/channelDatabase", "unknown", "The channel database does not exist");
        }
        if (wanted.storefrontAccess() != null && wanted.role() != TokenRole.STOREFRONT) {
            throw Problem.validation("/storefrontAccess", "not-allowed", "Only a storefront has storefront access");
        }
        if (wanted.role() == TokenRole.CHANNEL_DATABASE && !configuration.hasDatabase(wanted.channelDatabase())) {
            throw Problem.validation("/channelDatabase", "unknown", "The channel database does not exist");
        }
    }
}
