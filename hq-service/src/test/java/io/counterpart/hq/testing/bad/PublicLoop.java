package io.counterpart.hq.testing.bad;

import org.springframework.transaction.annotation.Transactional;

/** Violates rules, so that a test verifies that they detect it. */
public class PublicLoop {

    @Transactional
    public void run() {}
}
