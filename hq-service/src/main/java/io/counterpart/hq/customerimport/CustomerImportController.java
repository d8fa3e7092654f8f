package io.counterpart.hq.customerimport;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.customerfile.RowProblem;
import io.counterpart.hq.problem.CursorPages;
import io.counterpart.hq.problem.ListResponse;
import io.counterpart.support.problem.Problem;

/** REST resource of imports of customers. */
@RestController
@RequestMapping("/api/v1/customer-imports")
class CustomerImportController {

    private final CustomerUploadService uploads;
    private final CustomerImportService service;

    CustomerImportController(CustomerUploadService uploads, CustomerImportService service) {
        this.uploads = uploads;
        this.service = service;
    }

    /** Stores a file: CSV with a header, or JSON Lines; UTF-8, compressed with gzip or not. */
    @PostMapping
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<CustomerImportView> upload(@RequestParam String fileName, InputStream content) throws IOException {
        UUID id = uploads.upload(fileName, content);
        return ResponseEntity.created(URI.create("/api/v1/customer-imports/" + id))
                .body(CustomerImportView.of(service.one(id)));
    }

    @GetMapping
    ListResponse<CustomerImportView> list() {
        return ListResponse.of(
                service.list().stream().map(CustomerImportView::of).toList());
    }

    @GetMapping("/{id}")
    CustomerImportView get(@PathVariable UUID id) {
        return CustomerImportView.of(service.one(id));
    }

    /** The records that the last dry run or the import could not import, in the order of the file. */
    @GetMapping("/{id}/report")
    ListResponse<RowProblem> report(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable String cursor) {
        long after = cursor == null ? 0 : CursorPages.before(cursor);
        List<RowProblem> read = service.problems(service.one(id), after, CursorPages.read(limit));
        return CursorPages.of(read, limit, RowProblem::line);
    }

    @PostMapping("/{id}/start")
    CustomerImportView start(@PathVariable UUID id, @RequestBody CustomerImportRequest request) {
        if (request.dryRun() == null) {
            throw Problem.validation("/dryRun", "required", "A value is required");
        }
        return CustomerImportView.of(service.start(id, request.dryRun(), request.mapping()));
    }

    @PostMapping("/{id}/cancel")
    CustomerImportView cancel(@PathVariable UUID id) {
        return CustomerImportView.of(service.cancel(id));
    }

    /**
     * How to start.
     *
     * @param dryRun whether records are only checked
     * @param mapping by name in the file, the field of a customer; columns without one are not imported. Null: as it was
     */
    record CustomerImportRequest(
            @Nullable Boolean dryRun, @Nullable Map<String, @Nullable String> mapping) {}
}
