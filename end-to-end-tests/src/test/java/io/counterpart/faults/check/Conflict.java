package io.counterpart.faults.check;

import java.util.UUID;

/**
 * A forged edit with an operation number that another operation had already used.
 *
 * @param status of the operation at HQ before an operator decided on it
 */
public record Conflict(UUID operationId, String marker, String value, String status) {}
