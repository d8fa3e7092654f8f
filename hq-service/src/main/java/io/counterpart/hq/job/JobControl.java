package io.counterpart.hq.job;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.problem.Versions;

/** Turns the knobs of a batch job: the table and whoever runs the job are told in one transaction. */
@Service
class JobControl {

    private static final String ALL_JOBS = "9999";

    private final BatchJobRepository repository;
    private final BatchJobs jobs;
    private final List<JobDoor> doors;
    private final Clock clock;

    JobControl(BatchJobRepository repository, BatchJobs jobs, List<JobDoor> doors, Clock clock) {
        this.repository = repository;
        this.jobs = jobs;
        this.doors = doors;
        this.clock = clock;
    }

    @Transactional
    BatchJob run(String job) {
        known(job);
        jobs.forget(job);
        // 9999 runs all jobs; its hold and recurrence are its own.
        doors.stream()
                .filter(door -> job.equals(ALL_JOBS) || door.job().equals(job))
                .forEach(JobDoor::run);
        repository.ran(job, clock.instant());
        return known(job);
    }

    @Transactional
    BatchJob hold(String job) {
        known(job);
        if (repository.hold(job, true)) {
            tell(job, JobDoor::hold);
        }
        return known(job);
    }

    @Transactional
    BatchJob release(String job) {
        known(job);
        if (repository.hold(job, false)) {
            tell(job, JobDoor::release);
        }
        return known(job);
    }

    @Transactional
    BatchJob reschedule(String job, Duration recurrence, long version) {
        known(job);
        Versions.require(repository.reschedule(job, recurrence.toString(), version));
        tell(job, door -> door.reschedule(recurrence));
        return known(job);
    }

    BatchJob known(String job) {
        return repository.find(job).orElseThrow(() -> new UnknownJob(job));
    }

    private void tell(String job, Consumer<JobDoor> what) {
        jobs.forget(job);
        doors.stream().filter(door -> door.job().equals(job)).forEach(what);
    }
}
