package io.counterpart.hq.testing.bad;

import org.springframework.stereotype.Repository;

/** Breaks rules, so that a test sees them catch it. */
@Repository
public class BadRepository {}
