package io.counterpart.hq.channel;

import java.time.Clock;

import jakarta.persistence.EntityManager;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.security.Tokens;

/** Makes and revokes tokens; the channel of the device is told in the same transaction. */
@Service
class DeviceAdministration {

    private final Devices devices;
    private final ConfigurationRepository configuration;
    private final EntityManager entities;
    private final ConfigurationPublication publication;
    private final Clock clock;

    DeviceAdministration(
            Devices devices,
            ConfigurationRepository configuration,
            EntityManager entities,
            ConfigurationPublication publication,
            Clock clock) {
        this.devices = devices;
        this.configuration = configuration;
        this.entities = entities;
        this.publication = publication;
        this.clock = clock;
    }

    /** The only time that the token itself is seen. */
    @Transactional
    DeviceController.DeviceView register(DeviceController.Wanted wanted) {
        check(wanted);
        String token = Tokens.fresh();
        Device device = devices.save(new Device(Tokens.sha256(token), wanted, clock.instant()));
        tell(device.channel());
        return device.view(token);
    }

    @Transactional
    void revoke(String sha256) {
        Device device = devices.findById(sha256).orElseThrow(() -> HqProblem.DEVICE_NOT_FOUND.problem());
        devices.delete(device);
        tell(device.channel());
    }

    private void tell(@Nullable String channel) {
        entities.flush();
        if (channel != null) {
            publication.channel(channel);
        }
    }

    private void check(DeviceController.Wanted wanted) {
        Names.check("/device", wanted.device(), 60);
        if (wanted.role() == null) {
            throw Names.invalid("/role", "required", "Needs a value");
        }
        boolean ofChannel = wanted.role() == TokenRole.TILL || wanted.role() == TokenRole.STOREFRONT;
        if (ofChannel && !configuration.all().contains(String.valueOf(wanted.channel()))) {
            throw Names.invalid("/channel", "unknown", "A till or storefront needs a channel that exists");
        }
        if (wanted.role() == TokenRole.CHANNEL_DATABASE && !configuration.hasDatabase(wanted.channelDatabase())) {
            throw Names.invalid("/channelDatabase", "unknown", "There is no such channel database");
        }
    }
}
