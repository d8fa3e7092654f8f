package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.operation.OperationResolutionService.SynchronizationResult;
import io.counterpart.hq.problem.ETags;
import io.counterpart.support.problem.Problem;

/** REST resource for decisions about open operations. */
@RestController
@RequestMapping("/api/v1/synchronization-operations")
class OperationDecisionController {

    private static final int MOST = 1000;

    private final OperationResolutionService decisions;
    private final MessageJson json;

    OperationDecisionController(OperationResolutionService decisions, MessageJson json) {
        this.decisions = decisions;
        this.json = json;
    }

    @PostMapping("/{id}/synchronize")
    ResponseEntity<OperationView> synchronize(
            @PathVariable UUID id, @RequestBody(required = false) @Nullable SynchronizeRequest wish) {
        return respond(decisions.synchronize(id, wish != null && Boolean.TRUE.equals(wish.createAnyway())));
    }

    @PostMapping("/{id}/link")
    ResponseEntity<OperationView> link(@PathVariable UUID id, @RequestBody LinkRequest link) {
        return respond(decisions.link(id, needed("/customer", link.customer())));
    }

    @PostMapping("/{id}/ignore")
    ResponseEntity<OperationView> ignore(@PathVariable UUID id, @RequestBody IgnoreRequest ignore) {
        return respond(decisions.ignore(id, needed("/reason", ignore.reason())));
    }

    @PostMapping("/synchronize")
    SynchronizationResult synchronize(@RequestBody(required = false) @Nullable OperationFilterRequest filter) {
        OperationFilterRequest wanted =
                filter == null ? new OperationFilterRequest(null, null, null, null, null, null, null) : filter;
        int limit = Objects.requireNonNullElse(wanted.limit(), MOST);
        if (limit < 1 || limit > MOST) {
            throw Problem.validation("/limit", "out-of-range", "Must be between 1 and %d".formatted(MOST));
        }
        return decisions.synchronize(wanted.filter(), limit);
    }

    private ResponseEntity<OperationView> respond(OperationRow row) {
        return ETags.tagged(row.version(), OperationView.of(row, json));
    }

    private static String needed(String pointer, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw Problem.validation(pointer, "required", "A value is required");
        }
        return text.strip();
    }

    /**
     * Options of a retry.
     *
     * @param createAnyway whether a possible duplicate becomes a separate customer
     */
    record SynchronizeRequest(@Nullable Boolean createAnyway) {}

    /** The target customer: an account number or an async customer ID. */
    record LinkRequest(@Nullable String customer) {}

    record IgnoreRequest(@Nullable String reason) {}

    /** Selects operations; without a status, those that failed. */
    record OperationFilterRequest(
            @Nullable String status,
            @Nullable String channel,
            @Nullable String customer,
            @Nullable String kind,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable Integer limit) {

        OperationFilter filter() {
            String wanted = Objects.requireNonNullElse(status, "FAILED");
            return new OperationFilter(
                    wanted,
                    channel,
                    null,
                    null,
                    null,
                    customer,
                    kind,
                    null,
                    null,
                    from,
                    to,
                    OperationFilter.Sort.NEWEST,
                    null,
                    null);
        }
    }
}
