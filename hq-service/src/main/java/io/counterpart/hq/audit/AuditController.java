package io.counterpart.hq.audit;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.hq.problem.StorableTimes;

/** REST resource of the audit trail, newest first. */
@RestController
@RequestMapping("/api/v1/audit-entries")
class AuditController {

    private final AuditRepository repository;

    AuditController(AuditRepository repository) {
        this.repository = repository;
    }

    @GetMapping
    ListResponse<AuditView> list(
            @RequestParam(required = false) @Nullable String actor,
            @RequestParam(required = false) @Nullable String action,
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var query = new AuditQuery(actor, action, subject, null, storable("from", from), storable("to", to));
        if (from != null && to != null && from.isAfter(to)) {
            throw AuditQuery.reversedPeriod();
        }
        return CursorPages.of(
                repository.list(query, CursorPages.before(cursor), CursorPages.read(limit)), limit, AuditView::id);
    }

    private static @Nullable Instant storable(String name, @Nullable Instant at) {
        return at == null ? null : StorableTimes.require(name, at);
    }
}
