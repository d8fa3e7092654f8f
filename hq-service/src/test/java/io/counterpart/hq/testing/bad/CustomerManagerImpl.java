package io.counterpart.hq.testing.bad;

import java.time.Instant;

/** Breaks rules, so that a test sees them catch it. */
public class CustomerManagerImpl {

    public Instant when() {
        return Instant.now();
    }
}
