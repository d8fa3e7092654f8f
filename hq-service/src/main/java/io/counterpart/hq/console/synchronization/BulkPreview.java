package io.counterpart.hq.console.synchronization;

import java.util.List;

/**
 * What would come of a bulk repair.
 *
 * @param looked how many operations were tried out; the others are like them
 */
record BulkPreview(BulkRepair repair, int looked, int wouldSucceed, List<Reason> reasons) {

    public int wouldFail() {
        return looked - wouldSucceed;
    }

    /** Why some would fail again. */
    record Reason(String words, long operations) {}
}
