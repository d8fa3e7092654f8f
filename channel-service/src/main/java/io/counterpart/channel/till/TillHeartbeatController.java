package io.counterpart.channel.till;

import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.security.Caller;

/** Accepts the heartbeats of tills. */
@RestController
@RequestMapping("/api/v1/tills/heartbeat")
class TillHeartbeatController {

    private final TillHeartbeatService heartbeats;

    TillHeartbeatController(TillHeartbeatService heartbeats) {
        this.heartbeats = heartbeats;
    }

    @PostMapping
    TillHeartbeatView receive(@AuthenticationPrincipal Caller caller, @RequestBody TillHeartbeatRequest request) {
        return heartbeats.receive(caller, request);
    }
}
