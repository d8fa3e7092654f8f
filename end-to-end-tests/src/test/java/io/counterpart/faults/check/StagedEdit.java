package io.counterpart.faults.check;

import java.util.List;

/**
 * An edit in HQ's staging tables.
 *
 * @param marker of its customer
 * @param replaced the values that it was made from
 * @param overridden HQ's record of overridden values, as JSON; empty: there were none
 */
public record StagedEdit(String marker, List<String> replaced, String overridden) {}
