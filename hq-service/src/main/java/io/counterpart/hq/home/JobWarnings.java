package io.counterpart.hq.home;

import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.stereotype.Component;

import io.counterpart.hq.job.Recurrence;
import io.counterpart.hq.page.DisplayFormat;
import io.counterpart.hq.page.PageMessage;

/** The warnings about batch jobs: on hold, failed, overdue. Of several conditions of one job, the first is shown. */
@Component
class JobWarnings {

    private final DisplayFormat format;
    private final Clock clock;

    JobWarnings(DisplayFormat format, Clock clock) {
        this.format = format;
        this.clock = clock;
    }

    void about(List<WarningRepository.JobRow> jobs, Consumer<Warning> found) {
        for (var job : jobs) {
            if (job.held()) {
                found.accept(onHold(job));
            }
            if (job.lastError() != null) {
                found.accept(failed(job, job.lastError()).shownIf(!job.held()));
            }
            if (Recurrence.parse(job.recurrence()).isMissed(job.lastRunAt(), clock.instant())) {
                found.accept(overdue(job).shownIf(!job.held() && job.lastError() == null));
            }
        }
    }

    private static Warning onHold(WarningRepository.JobRow job) {
        return Warning.of(
                        WarningRule.JOB_ON_HOLD,
                        job.job(),
                        PageMessage.of("home.warning.held.title", job.job()),
                        PageMessage.of("home.warning.held.explanation", PageMessage.literal(job.title())),
                        "home.warning.release",
                        "/jobs/" + job.job() + "/release")
                .asRepair();
    }

    private static Warning failed(WarningRepository.JobRow job, String error) {
        return Warning.of(
                WarningRule.JOB_FAILED,
                job.job(),
                PageMessage.of("home.warning.jobFailed.title", job.job()),
                PageMessage.literal(error),
                "home.warning.viewRuns",
                "/jobs/" + job.job());
    }

    private Warning overdue(WarningRepository.JobRow job) {
        return Warning.of(
                WarningRule.JOB_OVERDUE,
                job.job(),
                PageMessage.of("home.warning.overdue.title", job.job()),
                PageMessage.of("home.warning.overdue.explanation", format.timeOrNever(job.lastRunAt())),
                "home.warning.viewRuns",
                "/jobs/" + job.job());
    }
}
