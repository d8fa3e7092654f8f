package io.counterpart.hq.staging;

import java.util.Set;
import java.util.UUID;

/**
 * Reports that completed operations were uploaded again, because their channel databases missed the result. Published
 * in the transaction of staging.
 *
 * @param customers the async customer IDs of the operations
 */
public record OperationsRepeatedEvent(Set<UUID> customers) {}
