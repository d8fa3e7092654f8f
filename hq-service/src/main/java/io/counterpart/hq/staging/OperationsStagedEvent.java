package io.counterpart.hq.staging;

/** New operations are in staging and committed. */
public record OperationsStagedEvent(int count) {}
