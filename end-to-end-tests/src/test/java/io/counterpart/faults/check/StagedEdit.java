package io.counterpart.faults.check;

/**
 * An edit in HQ's staging tables.
 *
 * @param marker of its customer
 * @param overridden what HQ put on record about values that gave way, as JSON; empty: none did
 */
public record StagedEdit(String marker, String payload, String overridden) {}
