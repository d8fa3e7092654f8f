package io.counterpart.channel.download;

import java.util.List;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

import io.counterpart.channel.customer.CustomerChanges;
import io.counterpart.channel.recovery.HighestAccountNumber;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.messaging.failpoint.FailPoint;

/** Takes in a batch of snapshots, in one transaction, and then tells whoever waits for an account number. */
@Service
class SnapshotIntake {

    private static final int TRIES = 3;

    private final SnapshotWriter writer;
    private final CustomerChanges changes;
    private final DownloadMetrics metrics;
    private final HighestAccountNumber highest;

    SnapshotIntake(
            SnapshotWriter writer, CustomerChanges changes, DownloadMetrics metrics, HighestAccountNumber highest) {
        this.highest = highest;
        this.writer = writer;
        this.changes = changes;
        this.metrics = metrics;
    }

    void take(List<CustomerSnapshot> batch) {
        WrittenBatch written = write(Newest.of(batch));
        highest.saw(batch);
        FailPoint.reached("1010.applied");
        metrics.written(written, batch.size());
        changes.accountNumbersArrived(written.numbered().keySet());
        changes.accountNumbersArrived(written.linked());
    }

    // The pending and the converted snapshot of a customer have different keys, so another thread may have inserted
    // what
    // was new a moment ago: looked at again, it is known.
    private WrittenBatch write(List<CustomerSnapshot> newest) {
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
