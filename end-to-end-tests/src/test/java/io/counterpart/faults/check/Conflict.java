package io.counterpart.faults.check;

import java.util.UUID;

/**
 * A forged edit with an operation number that another operation had used.
 *
 * @param status of the operation at HQ before anybody decided on it
 */
public record Conflict(UUID operationId, String marker, String value, String status) {}
