package io.counterpart.benchmarks;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer that the channel took on.
 *
 * @param answered when the answer had been read
 */
record CreatedCustomer(UUID asyncCustomerId, Instant answered) {}
