package io.counterpart.hq.privacy;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.hq.problem.ETags;

/** REST resource of the erasure of a customer. */
@RestController
@RequestMapping("/api/v1/customers/{id}/erasure")
class ErasureController {

    private final ErasureService erasures;

    ErasureController(ErasureService erasures) {
        this.erasures = erasures;
    }

    @GetMapping
    ResponseEntity<Erasure> preview(@PathVariable String id) {
        Erasure preview = erasures.preview(id);
        return ETags.tagged(preview.version(), preview);
    }

    @PostMapping
    ResponseEntity<Erasure> erase(
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody ErasureRequest wanted) {
        Erasure done = erasures.erase(id, wanted.reason(), wanted.reference(), ETags.expected(ifMatch));
        return ETags.tagged(done.version(), done);
    }

    /**
     * A decision to erase a customer.
     *
     * @param reference the number of the request in another system; null: none
     */
    record ErasureRequest(
            @Nullable ErasureReason reason, @Nullable String reference) {}
}
