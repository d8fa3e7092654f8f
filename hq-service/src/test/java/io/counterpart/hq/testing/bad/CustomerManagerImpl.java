package io.counterpart.hq.testing.bad;

import java.time.Instant;

/** Violates rules, so that a test verifies that they detect it. */
public class CustomerManagerImpl {

    public Instant when() {
        return Instant.now();
    }
}
