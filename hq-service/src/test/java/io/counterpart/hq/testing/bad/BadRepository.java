package io.counterpart.hq.testing.bad;

import org.springframework.stereotype.Repository;

/** Violates rules, so that a test verifies that they detect it. */
@Repository
public class BadRepository {}
