package io.counterpart.hq.audit;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.ListResponse;

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
            @RequestParam(required = false) @Nullable String subject,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        return CursorPages.of(
                repository.list(subject, CursorPages.before(cursor), CursorPages.read(limit)), limit, AuditView::id);
    }
}
