package io.counterpart.hq.staging;

import java.util.Set;
import java.util.UUID;

/**
 * Operations were uploaded again that took effect long ago: their channel databases have missed the answer. Published
 * in the transaction of staging.
 *
 * @param customers the async customer ids of the operations
 */
public record OperationsRepeatedEvent(Set<UUID> customers) {}
