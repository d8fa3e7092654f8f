package io.counterpart.hq.repair;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.Items;
import io.counterpart.hq.problem.Pages;
import io.counterpart.hq.problem.Versions;
import io.counterpart.hq.topics.WireJson;

/** Customer synchronization status: every operation, and mending. */
@RestController
@RequestMapping("/api/v1/synchronization-operations")
class SynchronizationOperationController {

    private final StatusRepository repository;
    private final OperationRepair repair;
    private final WireJson json;

    SynchronizationOperationController(StatusRepository repository, OperationRepair repair, WireJson json) {
        this.repository = repository;
        this.repair = repair;
        this.json = json;
    }

    @GetMapping
    Items<OperationView> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = new StatusFilter(status, channel, customer, kind, from, to);
        List<StatusRow> rows = repository.list(filter, Pages.before(cursor), Pages.read(limit));
        Items<StatusRow> page = Pages.of(rows, limit, StatusRow::recid);
        return new Items<>(
                page.items().stream().map(row -> OperationView.of(row, json)).toList(), page.nextCursor());
    }

    @GetMapping("/{id}")
    ResponseEntity<OperationView> one(@PathVariable UUID id) {
        return answer(repair.known(id));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<OperationView> save(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody Edits edits) {
        return answer(repair.save(id, Versions.expected(ifMatch), edits.changes()));
    }

    private ResponseEntity<OperationView> answer(StatusRow row) {
        Long version = row.version();
        return Versions.tagged(version == null ? 0 : version, OperationView.of(row, json));
    }

    record Edits(List<OperationRepair.Edit> changes) {}
}
