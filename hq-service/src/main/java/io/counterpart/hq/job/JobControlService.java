package io.counterpart.hq.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.Versions;

/**
 * Runs, holds, releases and reschedules batch jobs: the table and the handlers are updated in one transaction, then the
 * loop is woken.
 */
@Service
public class JobControlService {

    private static final String ALL_JOBS = "9999";
    private static final String HELD = "held";

    private final BatchJobRepository repository;
    private final BatchJobSettings jobs;
    private final List<JobHandler> handlers;
    private final JobRunRecorder runs;
    private final ApplicationEventPublisher events;
    private final AuditService audit;
    private final Clock clock;

    JobControlService(
            BatchJobRepository repository,
            BatchJobSettings jobs,
            List<JobHandler> handlers,
            JobRunRecorder runs,
            ApplicationEventPublisher events,
            AuditService audit,
            Clock clock) {
        this.repository = repository;
        this.jobs = jobs;
        this.handlers = handlers;
        this.runs = runs;
        this.events = events;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public BatchJob run(String job, String who) {
        require(job);
        // The channels run the P-job and report its runs as upload sessions.
        if (!job.equals(BatchJobSettings.P_0001)) {
            runs.requested(job, who);
        }
        audit.note("run", subject(job), Map.of());
        return runByClock(job);
    }

    @Transactional
    public void runPJob(String channelDatabase) {
        audit.note("run", subject(BatchJobSettings.P_0001), Map.of("channelDatabase", channelDatabase));
        handlersOf(BatchJobSettings.P_0001).forEach(handler -> handler.run(channelDatabase));
    }

    /** Runs a job that is due by its recurrence. */
    @Transactional
    public BatchJob runByClock(String job) {
        // Job 9999 runs all jobs; its hold and recurrence do not apply to the others.
        notifyHandlers(job.equals(ALL_JOBS) ? handlers : handlersOf(job), JobHandler::run);
        repository.ran(job, clock.instant());
        return require(job);
    }

    @Transactional
    public BatchJob hold(String job) {
        require(job);
        if (repository.hold(job, true)) {
            audit.noteChange("hold", subject(job), Map.of(HELD, false), Map.of(HELD, true));
            notifyHandlers(handlersOf(job), JobHandler::hold);
        }
        afterCommit(() -> jobs.awaitChunks(job));
        return require(job);
    }

    @Transactional
    public BatchJob release(String job) {
        require(job);
        if (repository.hold(job, false)) {
            audit.noteChange("release", subject(job), Map.of(HELD, true), Map.of(HELD, false));
            notifyHandlers(handlersOf(job), JobHandler::release);
        }
        return require(job);
    }

    @Transactional
    public BatchJob reschedule(String job, Recurrence recurrence, long version) {
        String before = require(job).recurrence();
        Versions.require(repository.reschedule(job, recurrence.toString(), version));
        audit.noteChange(
                "reschedule", subject(job), Map.of("recurrence", before), Map.of("recurrence", recurrence.toString()));
        Duration pause = recurrence.pauseAt(clock.instant());
        notifyHandlers(handlersOf(job), handler -> handler.reschedule(pause));
        events.publishEvent(new JobRescheduledEvent(job));
        return require(job);
    }

    public List<BatchJob> all() {
        return repository.all();
    }

    public BatchJob require(String job) {
        return repository
                .find(job)
                .orElseThrow(
                        () -> HqProblem.BATCH_JOB_NOT_FOUND.because("Batch job “%s” doesn’t exist.".formatted(job)));
    }

    private static String subject(String job) {
        return "Batch job " + job;
    }

    private List<JobHandler> handlersOf(String job) {
        return handlers.stream().filter(handler -> handler.job().equals(job)).toList();
    }

    private void notifyHandlers(List<JobHandler> notified, Consumer<JobHandler> what) {
        notified.forEach(what);
        afterCommit(() -> {
            jobs.forget();
            notified.forEach(JobHandler::trigger);
        });
    }

    private static void afterCommit(Runnable act) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                act.run();
            }
        });
    }
}
