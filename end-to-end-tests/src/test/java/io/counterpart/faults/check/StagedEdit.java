package io.counterpart.faults.check;

import java.util.List;

/**
 * An edit in HQ's staging tables, or in the operation log of a channel database that was restored; or the values of a
 * customer in a state of HQ that was given up.
 *
 * @param marker of its customer
 * @param replaced the values that it was made from
 * @param overridden HQ's record of overridden values, as JSON; empty: there were none
 */
public record StagedEdit(String marker, List<String> replaced, String overridden) {}
