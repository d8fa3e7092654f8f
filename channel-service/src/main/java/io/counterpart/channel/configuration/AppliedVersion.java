package io.counterpart.channel.configuration;

import java.time.Instant;

/** A configuration that this channel database has applied, with its version and time. */
record AppliedVersion<T>(T value, long version, Instant at) {}
