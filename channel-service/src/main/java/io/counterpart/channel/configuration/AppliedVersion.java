package io.counterpart.channel.configuration;

import java.time.Instant;

/** A piece of configuration that this channel database runs, and since when. */
record AppliedVersion<T>(T value, long version, Instant at) {}
