package io.counterpart.hq.channel;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

import io.counterpart.contract.configuration.TokenRole;

/** Tokens of tills, storefronts, channel databases and programs, for the pages. */
@Service
public class DevicePageService {

    private final DeviceService administration;

    DevicePageService(DeviceService administration) {
        this.administration = administration;
    }

    /** The token, which is seen only now. */
    public String register(
            String device,
            TokenRole role,
            @Nullable String channel,
            @Nullable String channelDatabase,
            @Nullable Instant expiresAt) {
        var made = administration.register(
                new DeviceController.DeviceRequest(device, role, channel, channelDatabase, expiresAt));
        return String.valueOf(made.token());
    }

    public void revoke(String sha256) {
        administration.revoke(sha256);
    }
}
