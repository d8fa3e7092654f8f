package io.counterpart.hq.resend;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.audit.Audit;
import io.counterpart.hq.problem.Problem;

/** Full resend of a channel database: every customer again on 1010; who has the newest already takes no notice. */
@RestController
@RequestMapping("/api/v1/channel-databases/{name}/resend")
class ResendController {

    private final ResendRepository repository;
    private final ResendLoop loop;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ResendController(
            ResendRepository repository, ResendLoop loop, Audit audit, TransactionTemplate transaction, Clock clock) {
        this.repository = repository;
        this.loop = loop;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    @PostMapping
    ResponseEntity<ResendView> begin(@PathVariable String name) {
        requireKnown(name);
        transaction.executeWithoutResult(status -> {
            if (!repository.begin(name, Audit.actor(), clock.instant())) {
                throw new Problem(
                        409, "resend-running", "All customers are being sent again already", "Wait until it is done.");
            }
            audit.note("resend", name, Map.of());
        });
        loop.wake();
        return ResponseEntity.status(HttpStatus.ACCEPTED).body(view(name));
    }

    @GetMapping
    ResendView last(@PathVariable String name) {
        requireKnown(name);
        return view(name);
    }

    private ResendView view(String name) {
        return repository
                .last(name)
                .map(it -> new ResendView(
                        name,
                        it.finishedAt() == null ? "RUNNING" : "FINISHED",
                        it.customers(),
                        it.requestedBy(),
                        it.requestedAt(),
                        it.finishedAt()))
                .orElseGet(() -> new ResendView(name, "NONE", 0, null, null, null));
    }

    private void requireKnown(String name) {
        if (!repository.isChannelDatabase(name)) {
            throw Problem.notFound("channel-database-not-found", "Channel database");
        }
    }

    /**
     * How far the last resend of a channel database is.
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
