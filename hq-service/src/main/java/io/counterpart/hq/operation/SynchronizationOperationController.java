package io.counterpart.hq.operation;

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

import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.hq.topics.WireJson;

/** Customer synchronization status: every operation, and mending. */
@RestController
@RequestMapping("/api/v1/synchronization-operations")
class SynchronizationOperationController {

    private final OperationStatusRepository repository;
    private final OperationRepairService repair;
    private final WireJson json;

    SynchronizationOperationController(
            OperationStatusRepository repository, OperationRepairService repair, WireJson json) {
        this.repository = repository;
        this.repair = repair;
        this.json = json;
    }

    @GetMapping
    ListResponse<OperationView> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = new OperationStatusFilter(status, channel, customer, kind, from, to);
        List<OperationStatusRow> rows = repository.list(filter, CursorPages.before(cursor), CursorPages.read(limit));
        ListResponse<OperationStatusRow> page = CursorPages.of(rows, limit, OperationStatusRow::recid);
        return new ListResponse<>(
                page.items().stream().map(row -> OperationView.of(row, json)).toList(), page.nextCursor());
    }

    @GetMapping("/{id}")
    ResponseEntity<OperationView> one(@PathVariable UUID id) {
        return respond(repair.require(id));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<OperationView> save(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EditRequest edits) {
        return respond(repair.save(id, ETags.expected(ifMatch), edits.changes()));
    }

    private ResponseEntity<OperationView> respond(OperationStatusRow row) {
        Long version = row.version();
        return ETags.tagged(version == null ? 0 : version, OperationView.of(row, json));
    }

    record EditRequest(List<OperationRepairService.Edit> changes) {}
}
