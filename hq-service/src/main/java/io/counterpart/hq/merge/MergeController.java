package io.counterpart.hq.merge;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.ETags;
import io.counterpart.hq.problem.ListResponse;

/** REST resource of the merges of a customer. */
@RestController
@RequestMapping("/api/v1/customers/{id}/merges")
class MergeController {

    private final MergeService merges;
    private final MergeUndoService undo;

    MergeController(MergeService merges, MergeUndoService undo) {
        this.merges = merges;
        this.undo = undo;
    }

    @GetMapping
    ListResponse<MergeView> list(@PathVariable String id) {
        return ListResponse.of(merges.merges(id));
    }

    @GetMapping("/preview")
    ResponseEntity<MergePreview> preview(@PathVariable String id, @RequestParam String merged) {
        MergePreview preview = merges.preview(id, merged);
        return ETags.tagged(preview.survivor().version(), preview);
    }

    @PostMapping
    MergeView merge(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody MergeRequest wanted) {
        return merges.merge(id, ETags.expected(ifMatch), wanted);
    }

    @PostMapping("/{mergeId}/undo")
    MergeView undo(
            @PathVariable String id,
            @PathVariable UUID mergeId,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch) {
        return undo.undo(id, mergeId, ETags.expected(ifMatch));
    }
}
