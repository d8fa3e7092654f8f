package io.counterpart.hq.stuck;

import java.util.List;
import java.util.Objects;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;

import io.counterpart.hq.audit.Audit;
import io.counterpart.hq.job.JobControl;
import io.counterpart.hq.problem.Problem;
import io.counterpart.hq.repair.DecisionDesk;
import io.counterpart.hq.resend.SnapshotRepublisher;

/** Performs the remedy of a stuck customer. */
@Service
class RemedyService {

    private final DecisionDesk operations;
    private final JobControl jobs;
    private final SnapshotRepublisher snapshots;
    private final ObjectProvider<UploadAgain> uploads;

    RemedyService(
            DecisionDesk operations,
            JobControl jobs,
            SnapshotRepublisher snapshots,
            ObjectProvider<UploadAgain> uploads) {
        this.operations = operations;
        this.jobs = jobs;
        this.snapshots = snapshots;
        this.uploads = uploads;
    }

    String perform(StuckRow row, StuckCustomer customer) {
        return switch (customer.remedy()) {
            case RETRY_OPERATION -> {
                operations.synchronize(row.operationId());
                yield "Operation retried.";
            }
            case RUN_JOB -> {
                jobs.run(job(customer), Audit.actor());
                yield "Job %s started.".formatted(job(customer));
            }
            case RELEASE_JOB -> {
                jobs.release(job(customer));
                yield "Job %s released.".formatted(job(customer));
            }
            case UPLOAD_AGAIN -> {
                uploadAgain(row);
                yield "Channel database %s will upload the operation again.".formatted(row.channelDatabase());
            }
            case PUBLISH_AGAIN -> {
                snapshots.publish(List.of(row.asyncCustomerId()));
                yield "Customer published again.";
            }
            case RESTORE_CONNECTION ->
                throw new Problem(
                        409,
                        "channel-not-responding",
                        "The channel is not responding",
                        "Restore the connection of the store first.");
        };
    }

    // Of an operation that waits, what is missing is before it.
    private void uploadAgain(StuckRow row) {
        UploadAgain channel = uploads.getIfAvailable();
        if (channel == null) {
            throw new Problem(
                    409,
                    "upload-again-not-available",
                    "Uploading again is not available",
                    "This HQ cannot ask a channel to upload again.");
        }
        channel.request(row.channelDatabase(), row.staged() ? 1 : row.replicationCounter(), row.replicationCounter());
    }

    private static String job(StuckCustomer customer) {
        return Objects.requireNonNull(customer.job());
    }
}
