package io.counterpart.hq.configuration;

import org.springframework.http.ResponseEntity;

import io.counterpart.hq.problem.ETags;

/** Answers with the ETag of what is stored. */
public final class ETagResponses {

    private ETagResponses() {}

    public static <T> ResponseEntity<T> of(Versioned stored, T body) {
        Long version = stored.version();
        return ETags.tagged(version == null ? 0 : version, body);
    }
}
