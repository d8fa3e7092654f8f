package io.counterpart.hq.channel;

import org.springframework.http.ResponseEntity;

import io.counterpart.hq.problem.Versions;

/** Answers with the ETag of what is stored. */
final class Answers {

    private Answers() {}

    static <T> ResponseEntity<T> of(Versioned stored, T body) {
        Long version = stored.version();
        return Versions.tagged(version == null ? 0 : version, body);
    }
}
