package io.counterpart.hq.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.counterpart.hq.problem.HqProblem;
import io.counterpart.hq.problem.Versions;

/** Turns the knobs of a batch job: the table and whoever runs it are told in one transaction, then its loop is woken. */
@Service
public class JobControl {

    private static final String ALL_JOBS = "9999";

    private final BatchJobRepository repository;
    private final BatchJobs jobs;
    private final List<JobDoor> doors;
    private final JobRuns runs;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    JobControl(
            BatchJobRepository repository,
            BatchJobs jobs,
            List<JobDoor> doors,
            JobRuns runs,
            ApplicationEventPublisher events,
            Clock clock) {
        this.repository = repository;
        this.jobs = jobs;
        this.doors = doors;
        this.runs = runs;
        this.events = events;
        this.clock = clock;
    }

    @Transactional
    public BatchJob run(String job, String who) {
        known(job);
        runs.requested(job, who);
        return runByClock(job);
    }

    /** When the recurrence says so. */
    @Transactional
    public BatchJob runByClock(String job) {
        // 9999 runs all jobs; its hold and recurrence are its own.
        tell(job.equals(ALL_JOBS) ? doors : doorsOf(job), JobDoor::run);
        repository.ran(job, clock.instant());
        return known(job);
    }

    @Transactional
    public BatchJob hold(String job) {
        known(job);
        if (repository.hold(job, true)) {
            tell(doorsOf(job), JobDoor::hold);
        }
        afterCommit(() -> jobs.awaitChunks(job));
        return known(job);
    }

    @Transactional
    public BatchJob release(String job) {
        known(job);
        if (repository.hold(job, false)) {
            tell(doorsOf(job), JobDoor::release);
        }
        return known(job);
    }

    @Transactional
    public BatchJob reschedule(String job, Recurrence recurrence, long version) {
        known(job);
        Versions.require(repository.reschedule(job, recurrence.toString(), version));
        Duration pause = recurrence.pauseAt(clock.instant());
        tell(doorsOf(job), door -> door.reschedule(pause));
        events.publishEvent(new JobRescheduled(job));
        return known(job);
    }

    public BatchJob known(String job) {
        return repository
                .find(job)
                .orElseThrow(() -> HqProblem.BATCH_JOB_NOT_FOUND.because("There is no batch job '%s'.".formatted(job)));
    }

    private List<JobDoor> doorsOf(String job) {
        return doors.stream().filter(door -> door.job().equals(job)).toList();
    }

    private void tell(List<JobDoor> told, Consumer<JobDoor> what) {
        told.forEach(what);
        afterCommit(() -> {
            jobs.forget();
            told.forEach(JobDoor::wake);
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
