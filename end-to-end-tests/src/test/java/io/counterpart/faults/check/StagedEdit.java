package io.counterpart.faults.check;

/**
 * An edit in HQ's staging tables.
 *
 * @param marker of its customer
 * @param overridden HQ's record of overridden values, as JSON; empty: there were none
 */
public record StagedEdit(String marker, String payload, String overridden) {}
