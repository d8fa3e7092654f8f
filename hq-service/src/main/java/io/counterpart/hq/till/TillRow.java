package io.counterpart.hq.till;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A till with its issues, as the database determines them.
 *
 * @param healthy whether it has none
 */
record TillRow(
        long id,
        String channel,
        String channelName,
        String channelDatabase,
        String device,
        String version,
        Instant heardAt,
        long clockSkewSeconds,
        int unsent,
        int refused,
        @Nullable Instant oldestUnsentAt,
        @Nullable Boolean online,
        boolean silent,
        boolean overdue,
        boolean rejected,
        boolean wrongClock,
        boolean healthy) {

    /** For cursors; with the part of the list, since a till may have moved to the other one before the next page. */
    long position() {
        return 2 * id + (healthy ? 1 : 0);
    }

    TillView view() {
        return new TillView(
                channel,
                channelName,
                channelDatabase,
                device,
                version,
                heardAt,
                clockSkewSeconds,
                unsent,
                refused,
                oldestUnsentAt,
                online,
                issues());
    }

    private List<TillIssue> issues() {
        var issues = new ArrayList<TillIssue>();
        if (silent) {
            issues.add(TillIssue.SILENT);
        }
        if (overdue) {
            issues.add(TillIssue.UNSENT);
        }
        if (rejected) {
            issues.add(TillIssue.REFUSED);
        }
        if (wrongClock) {
            issues.add(TillIssue.CLOCK);
        }
        return issues;
    }
}
