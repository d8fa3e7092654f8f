package io.counterpart.hq.stuck;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.stuck.StuckCustomer.Actor;
import io.counterpart.hq.stuck.StuckCustomer.Remedy;
import io.counterpart.hq.stuck.StuckCustomer.Stage;

/** Determines the stage of a stuck customer, the reason, who has to act, and the remedy. */
@Component
class StuckDiagnosis {

    private static final Duration SILENT = Duration.ofMinutes(1);

    private final BatchJobSettings jobs;
    private final Clock clock;

    StuckDiagnosis(BatchJobSettings jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    StuckCustomer of(StuckRow row) {
        if (row.status() != null) {
            return atHq(row, row.status());
        }
        if (row.staged()) {
            return notReturned(row);
        }
        return row.uploaded() ? notStaged(row) : notUploaded(row);
    }

    private StuckCustomer atHq(StuckRow row, String status) {
        return switch (status) {
            case "FAILED" ->
                of(
                        row,
                        Stage.FAILED,
                        Objects.requireNonNullElse(row.errorText(), "HQ could not process the operation."),
                        Actor.OPERATOR,
                        Remedy.RETRY_OPERATION,
                        null);
            case "WAITING" ->
                of(
                        row,
                        Stage.WAITING,
                        "Blocked by an earlier operation of this customer that has not arrived at HQ.",
                        Actor.NOBODY,
                        Remedy.UPLOAD_AGAIN,
                        null);
            default -> due(row);
        };
    }

    private StuckCustomer due(StuckRow row) {
        if (jobs.isHeld(BatchJobSettings.SYNCHRONIZE)) {
            return held(row, Stage.STAGED, "Synchronize customers and channel requests", BatchJobSettings.SYNCHRONIZE);
        }
        String error = row.errorText();
        String reason = error == null ? "HQ has not processed the operation yet." : "HQ keeps retrying: " + error;
        return of(row, Stage.STAGED, reason, Actor.NOBODY, Remedy.RUN_JOB, BatchJobSettings.SYNCHRONIZE);
    }

    private StuckCustomer notUploaded(StuckRow row) {
        if (isSilent(row.lastContact())) {
            return silent(row, Stage.NOT_UPLOADED);
        }
        if (row.held() || jobs.isHeld(BatchJobSettings.P_0001)) {
            return held(row, Stage.NOT_UPLOADED, "P-job", BatchJobSettings.P_0001);
        }
        return of(
                row,
                Stage.NOT_UPLOADED,
                "The channel has not uploaded the operation yet.",
                Actor.NOBODY,
                Remedy.RUN_JOB,
                BatchJobSettings.P_0001);
    }

    private StuckCustomer notStaged(StuckRow row) {
        if (isSilent(row.lastContact())) {
            return silent(row, Stage.UPLOADED_NOT_STAGED);
        }
        return of(
                row,
                Stage.UPLOADED_NOT_STAGED,
                "The channel uploaded the operation, but it never arrived at HQ.",
                Actor.NOBODY,
                Remedy.UPLOAD_AGAIN,
                null);
    }

    private StuckCustomer notReturned(StuckRow row) {
        if (jobs.isHeld(BatchJobSettings.CUSTOMERS_1010)) {
            return held(row, Stage.CONVERTED_NOT_RETURNED, "Job 1010", BatchJobSettings.CUSTOMERS_1010);
        }
        if (isSilent(row.lastContact())) {
            return silent(row, Stage.CONVERTED_NOT_RETURNED);
        }
        return of(
                row,
                Stage.CONVERTED_NOT_RETURNED,
                "HQ processed the operation, but the channel has not received the result.",
                Actor.OPERATOR,
                Remedy.PUBLISH_AGAIN,
                null);
    }

    private static StuckCustomer silent(StuckRow row, Stage stage) {
        String reason = "Channel database %s is not responding.".formatted(row.channelDatabase());
        return of(row, stage, reason, Actor.STORE_NETWORK_ADMINISTRATOR, Remedy.RESTORE_CONNECTION, null);
    }

    private static StuckCustomer held(StuckRow row, Stage stage, String title, String job) {
        return of(row, stage, title + " is on hold.", Actor.OPERATOR, Remedy.RELEASE_JOB, job);
    }

    private static StuckCustomer of(
            StuckRow row, Stage stage, String reason, Actor actor, Remedy remedy, @Nullable String job) {
        return new StuckCustomer(
                row.channel(),
                row.channelDatabase(),
                row.asyncCustomerId(),
                row.since(),
                stage,
                reason,
                actor,
                remedy,
                job,
                row.staged() ? row.operationId() : null);
    }

    private boolean isSilent(@Nullable Instant lastContact) {
        return lastContact == null || lastContact.plus(SILENT).isBefore(clock.instant());
    }
}
