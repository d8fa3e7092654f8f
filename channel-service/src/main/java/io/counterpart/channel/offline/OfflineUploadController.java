package io.counterpart.channel.offline;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.idempotency.RequestIdentity;
import io.counterpart.channel.security.Caller;
import io.counterpart.support.problem.FieldErrors;

/** Accepts what tills did while they were offline. */
@RestController
@RequestMapping("/api/v1/offline-uploads")
class OfflineUploadController {

    private static final int MOST_ITEMS = 500;

    private final OfflineUploadService upload;

    OfflineUploadController(OfflineUploadService upload) {
        this.upload = upload;
    }

    @PostMapping
    OfflineUploadResponse upload(
            @AuthenticationPrincipal Caller caller,
            @RequestBody OfflineUploadRequest body,
            HttpServletRequest request) {
        var faults = new FieldErrors();
        List<JsonNode> items = body.items == null ? List.of() : body.items;
        if (items.isEmpty()) {
            faults.add("/items", "required", "items must not be empty.");
        }
        if (items.size() > MOST_ITEMS) {
            faults.add("/items", "too-many", "Too many items (limit %d).".formatted(MOST_ITEMS));
        }
        faults.throwIfAny();
        List<OfflineItemResult> results = upload.process(caller, items);
        if (results.stream().anyMatch(result -> result.outcome() == OfflineOutcome.RETRY)) {
            RequestIdentity.markIncomplete(request);
        }
        return new OfflineUploadResponse(results);
    }

    /** Items are read one by one: a malformed item must not block the others. */
    record OfflineUploadRequest(
            @ArraySchema(minItems = 1, maxItems = MOST_ITEMS, schema = @Schema(implementation = OfflineEntry.class))
            @Nullable List<JsonNode> items) {}

    /** One result per item, in the order of the items. */
    record OfflineUploadResponse(List<OfflineItemResult> items) {}
}
