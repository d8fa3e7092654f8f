package io.counterpart.hq.reconciliation;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.reconciliation.UploadRerunService.CounterSpan;
import io.counterpart.support.problem.Problem;

/** REST resource for uploading operations of a channel database again. */
@RestController
class UploadRerunController {

    private final UploadRerunService service;

    UploadRerunController(UploadRerunService service) {
        this.service = service;
    }

    @PostMapping("/api/v1/upload-sessions/rerun")
    @ResponseStatus(HttpStatus.ACCEPTED)
    UploadRerun rerun(@RequestBody UploadRerunRequest request) {
        String database = request.channelDatabase();
        if (database == null || database.isBlank()) {
            throw Problem.validation("/channelDatabase", "required", "channelDatabase is required.");
        }
        boolean everything = request.counterFrom() == null && request.counterTo() == null;
        List<CounterSpan> spans = everything
                ? service.missing(database)
                : service.span(database, request.counterFrom(), request.counterTo());
        return new UploadRerun(database, spans);
    }

    /**
     * The operations to upload again.
     *
     * @param counterFrom,counterTo both or none; none: everything that was uploaded and is not staged
     */
    record UploadRerunRequest(
            @Nullable String channelDatabase,
            @Nullable Long counterFrom,
            @Nullable Long counterTo) {}

    /**
     * The operations requested from the channel database.
     *
     * @param spans ranges of replication counters; empty: nothing is missing
     */
    record UploadRerun(String channelDatabase, List<CounterSpan> spans) {}
}
