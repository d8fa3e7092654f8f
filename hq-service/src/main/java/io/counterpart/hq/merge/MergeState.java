package io.counterpart.hq.merge;

import java.util.List;

import io.counterpart.hq.master.MasterCustomer;

/**
 * What is kept to undo a merge.
 *
 * @param before the survivor before the merge
 * @param after the survivor after it
 * @param merged the merged customer before the merge
 * @param numbers the account numbers that led to the merged customer
 */
record MergeState(MasterCustomer before, MasterCustomer after, MasterCustomer merged, List<String> numbers) {}
