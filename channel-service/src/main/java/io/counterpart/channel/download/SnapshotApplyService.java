package io.counterpart.channel.download;

import java.util.List;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

import io.counterpart.channel.accountnumber.AccountNumberAwaiter;
import io.counterpart.channel.recovery.HighestAccountNumber;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.messaging.failpoint.FailPoint;

/** Applies a batch of snapshots in one transaction, and then notifies the requests that wait for an account number. */
@Service
class SnapshotApplyService {

    private static final int TRIES = 3;

    private final SnapshotWriter writer;
    private final AccountNumberAwaiter awaiter;
    private final DownloadMetrics metrics;
    private final HighestAccountNumber highest;

    SnapshotApplyService(
            SnapshotWriter writer,
            AccountNumberAwaiter awaiter,
            DownloadMetrics metrics,
            HighestAccountNumber highest) {
        this.highest = highest;
        this.writer = writer;
        this.awaiter = awaiter;
        this.metrics = metrics;
    }

    void apply(List<CustomerSnapshot> batch) {
        SnapshotBatchResult written = write(LatestSnapshots.of(batch));
        highest.saw(batch);
        FailPoint.reached("1010.applied");
        metrics.written(written, batch.size());
        awaiter.notifyAccountNumbers(written.numbered());
        awaiter.notifyAccountNumbers(written.linked());
    }

    // The pending and the converted snapshot of a customer have different keys, so another thread may have inserted a
    // customer that was new a moment ago. A retry finds it.
    private SnapshotBatchResult write(List<CustomerSnapshot> newest) {
        for (int attempt = 1; ; attempt++) {
            try {
                return writer.write(newest);
            } catch (DuplicateKeyException e) {
                if (attempt == TRIES) {
                    throw e;
                }
            }
        }
    }
}
