package io.counterpart.hq.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.problem.Versions;

/** Turns the knobs of a batch job: the table and whoever runs the job are told in one transaction. */
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
        jobs.forget(job);
        // 9999 runs all jobs; its hold and recurrence are its own.
        doors.stream()
                .filter(door -> job.equals(ALL_JOBS) || door.job().equals(job))
                .forEach(JobDoor::run);
        repository.ran(job, clock.instant());
        return known(job);
    }

    @Transactional
    public BatchJob hold(String job) {
        known(job);
        if (repository.hold(job, true)) {
            tell(job, JobDoor::hold);
        }
        return known(job);
    }

    @Transactional
    public BatchJob release(String job) {
        known(job);
        if (repository.hold(job, false)) {
            tell(job, JobDoor::release);
        }
        return known(job);
    }

    @Transactional
    public BatchJob reschedule(String job, Recurrence recurrence, long version) {
        known(job);
        Versions.require(repository.reschedule(job, recurrence.toString(), version));
        Duration pause = recurrence.pauseAt(clock.instant());
        tell(job, door -> door.reschedule(pause));
        events.publishEvent(new JobRescheduled(job));
        return known(job);
    }

    public BatchJob known(String job) {
        return repository.find(job).orElseThrow(() -> new UnknownJob(job));
    }

    private void tell(String job, Consumer<JobDoor> what) {
        jobs.forget(job);
        doors.stream().filter(door -> door.job().equals(job)).forEach(what);
    }
}
