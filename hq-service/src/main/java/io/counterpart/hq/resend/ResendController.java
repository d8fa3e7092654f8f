package io.counterpart.hq.resend;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Full resend of a channel database: publishes every customer on 1010 again; consumers with the latest version ignore
 * it.
 */
@RestController
@RequestMapping("/api/v1/channel-databases/{name}/resend")
class ResendController {

    private final ResendService resends;

    ResendController(ResendService resends) {
        this.resends = resends;
    }

    @PostMapping
    ResponseEntity<ResendView> begin(@PathVariable String name) {
        resends.begin(name);
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(view(name));
    }

    @GetMapping
    ResendView last(@PathVariable String name) {
        return view(name);
    }

    private ResendView view(String name) {
        return resends.last(name)
                .map(it -> new ResendView(
                        name,
                        it.finishedAt() == null ? "RUNNING" : "FINISHED",
                        it.customers(),
                        it.requestedBy(),
                        it.requestedAt(),
                        it.finishedAt()))
                .orElseGet(() -> new ResendView(name, "NONE", 0, null, null, null));
    }

    /**
     * The progress of the last resend of a channel database.
     *
     * @param customers how many were sent so far
     */
    record ResendView(
            String channelDatabase,
            String status,
            long customers,
            @Nullable String requestedBy,
            @Nullable Instant requestedAt,
            @Nullable Instant finishedAt) {}
}
