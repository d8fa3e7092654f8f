package io.counterpart.hq.channel;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.problem.ListResponse;

/** Devices and their tokens. */
@RestController
@RequestMapping("/api/v1/devices")
class DeviceController {

    private final DeviceRepository devices;
    private final DeviceService administration;

    DeviceController(DeviceRepository devices, DeviceService administration) {
        this.devices = devices;
        this.administration = administration;
    }

    @GetMapping
    ListResponse<DeviceView> all() {
        return ListResponse.of(devices.findAllByOrderByDevice().stream()
                .map(device -> device.view(null))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DeviceView register(@RequestBody DeviceRequest wanted) {
        return administration.register(wanted);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        administration.revoke(id);
    }

    record DeviceRequest(
            String device,
            TokenRole role,
            @Nullable String channel,
            @Nullable String channelDatabase,
            @Nullable Instant expiresAt) {}

    /**
     * A device.
     *
     * @param id the hash of its token
     * @param token only in the answer to its making
     */
    record DeviceView(
            String id,
            String device,
            TokenRole role,
            @Nullable String channel,
            @Nullable String channelDatabase,
            @Nullable Instant expiresAt,
            Instant createdAt,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {}
}
