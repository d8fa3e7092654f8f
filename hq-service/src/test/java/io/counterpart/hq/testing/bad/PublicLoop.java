package io.counterpart.hq.testing.bad;

import org.springframework.transaction.annotation.Transactional;

/** Breaks rules, so that a test sees them catch it. */
public class PublicLoop {

    @Transactional
    public void run() {}
}
