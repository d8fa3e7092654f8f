package io.counterpart.hq.configuration;

import org.springframework.http.ResponseEntity;

import io.counterpart.hq.problem.ETags;

/** Creates responses with the ETag of the stored object. */
public final class ETagResponses {

    private ETagResponses() {}

    public static <T> ResponseEntity<T> of(Versioned stored, T body) {
        Long version = stored.version();
        return ETags.tagged(version == null ? 0 : version, body);
    }
}
