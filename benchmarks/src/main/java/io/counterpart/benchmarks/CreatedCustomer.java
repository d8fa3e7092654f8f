package io.counterpart.benchmarks;

import java.time.Instant;
import java.util.UUID;

/**
 * A customer that the channel accepted.
 *
 * @param answered when the response had been read
 */
record CreatedCustomer(UUID asyncCustomerId, Instant answered) {}
