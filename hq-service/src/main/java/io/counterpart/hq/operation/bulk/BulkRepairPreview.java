package io.counterpart.hq.operation.bulk;

import java.util.List;

/**
 * The expected result of a bulk repair.
 *
 * @param looked the number of operations in the dry run, which stands for all of them
 */
record BulkRepairPreview(int looked, int wouldSucceed, List<RefusalCount> reasons) {

    public int wouldFail() {
        return looked - wouldSucceed;
    }

    /** A reason for which operations would fail again. */
    record RefusalCount(String reason, long operations) {}
}
