package io.counterpart.hq.operation.bulk;

import java.util.List;

/**
 * What would come of a bulk repair.
 *
 * @param looked how many operations were tried out; the others are like them
 */
record BulkRepairPreview(BulkRepair repair, int looked, int wouldSucceed, List<RefusalCount> reasons) {

    public int wouldFail() {
        return looked - wouldSucceed;
    }

    /** Why some would fail again. */
    record RefusalCount(String reason, long operations) {}
}
