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

import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.support.problem.Problem;

/** REST resource of the customer synchronization status: lists, reads and edits operations. */
@RestController
@RequestMapping("/api/v1/synchronization-operations")
class SynchronizationOperationController {

    private final OperationRepository repository;
    private final OperationEditService service;
    private final MessageJson json;

    SynchronizationOperationController(OperationRepository repository, OperationEditService service, MessageJson json) {
        this.repository = repository;
        this.service = service;
        this.json = json;
    }

    @GetMapping
    ListResponse<OperationView> list(
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String channel,
            @RequestParam(required = false) @Nullable String device,
            @RequestParam(required = false) @Nullable String clerk,
            @RequestParam(required = false) @Nullable String customer,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        var filter = new OperationFilter(
                status,
                channel,
                null,
                device,
                clerk,
                customer,
                kind,
                null,
                null,
                from,
                to,
                OperationFilter.Sort.NEWEST,
                CursorPages.before(cursor),
                null);
        List<OperationRow> rows = repository.list(filter, CursorPages.read(limit));
        ListResponse<OperationRow> page = CursorPages.of(rows, limit, OperationRow::recid);
        return new ListResponse<>(
                page.items().stream().map(row -> OperationView.of(row, json)).toList(), page.nextCursor());
    }

    @GetMapping("/{id}")
    ResponseEntity<OperationView> one(@PathVariable UUID id) {
        return respond(service.find(id));
    }

    @PatchMapping(
            path = "/{id}",
            consumes = {MediaType.APPLICATION_JSON_VALUE, "application/merge-patch+json"})
    ResponseEntity<OperationView> save(
            @PathVariable UUID id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody EditRequest edits) {
        return respond(service.save(id, ETags.expected(ifMatch), edits.complete()));
    }

    private ResponseEntity<OperationView> respond(OperationRow row) {
        return ETags.tagged(row.version(), OperationView.of(row, json));
    }

    record EditRequest(List<OperationEditService.Edit> changes) {

        List<OperationEditService.Edit> complete() {
            if (changes == null || changes.stream().anyMatch(it -> it == null || it.field() == null)) {
                throw Problem.validation("/changes", "required", "A list of fields with new values is required");
            }
            return changes;
        }
    }
}
