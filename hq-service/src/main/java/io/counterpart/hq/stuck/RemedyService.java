package io.counterpart.hq.stuck;

import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Service;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.job.JobControlService;
import io.counterpart.hq.operation.OperationResolutionService;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.reconciliation.UploadRerunService;
import io.counterpart.hq.resend.SnapshotRepublisher;

/** Performs the remedy of a stuck customer. */
@Service
class RemedyService {

    private final OperationResolutionService operations;
    private final JobControlService jobs;
    private final SnapshotRepublisher snapshots;
    private final UploadRerunService uploads;

    RemedyService(
            OperationResolutionService operations,
            JobControlService jobs,
            SnapshotRepublisher snapshots,
            UploadRerunService uploads) {
        this.operations = operations;
        this.jobs = jobs;
        this.snapshots = snapshots;
        this.uploads = uploads;
    }

    String perform(StuckRow row, StuckCustomer customer) {
        return switch (customer.remedy()) {
            case RETRY_OPERATION -> {
                operations.synchronize(row.operationId(), false);
                yield "Operation retried.";
            }
            case RUN_JOB -> {
                jobs.run(job(customer), AuditService.actor());
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
                throw HqProblem.CHANNEL_NOT_RESPONDING.because("Restore the connection of the store first.");
        };
    }

    // The operations missing before an operation that waits have lower counters.
    private void uploadAgain(StuckRow row) {
        long from = row.staged() ? 1 : row.replicationCounter();
        uploads.span(row.channelDatabase(), from, row.replicationCounter());
    }

    private static String job(StuckCustomer customer) {
        return Objects.requireNonNull(customer.job());
    }
}
