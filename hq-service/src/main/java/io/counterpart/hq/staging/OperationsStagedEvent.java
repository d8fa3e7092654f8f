package io.counterpart.hq.staging;

/** Reports that new operations are staged and committed. */
public record OperationsStagedEvent(int count) {}
