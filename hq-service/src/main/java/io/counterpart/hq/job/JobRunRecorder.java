package io.counterpart.hq.job;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records the runs of jobs. A continuous job would produce a row per batch, so a run lasts until a pause of a few
 * seconds, and its row is written at most once per second. A run requested by an operator is recorded separately.
 */
@Component
public class JobRunRecorder {

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration BETWEEN_WRITES = Duration.ofSeconds(1);
    private static final int LONGEST_ERROR = 1000;

    private final JobRunRepository repository;
    private final Clock clock;
    private final String node = shortened(ManagementFactory.getRuntimeMXBean().getName());
    private final Map<String, Run> runs = new ConcurrentHashMap<>();

    JobRunRecorder(JobRunRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** The runs of a job before this one, newest first. */
    public List<RunView> before(String job, long id, int limit) {
        return repository.list(job, id, limit);
    }

    void worked(String job, Duration took, long read, long done, long failed) {
        add(job, took, new JobWork(read, done, failed, null));
    }

    /** Records that a job could not work. */
    void failed(String job, @Nullable String error) {
        String text = String.valueOf(error);
        String shortened = text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text;
        add(job, Duration.ZERO, new JobWork(0, 0, 0, shortened));
    }

    /** Starts a run on behalf of an operator; the following work of the job belongs to it. */
    void requested(String job, String who) {
        Instant now = clock.instant();
        runs.put(job, new Run(repository.begin(job, who, node, now), JobWork.NOTHING, now, now));
    }

    private void add(String job, Duration took, JobWork work) {
        Instant now = clock.instant();
        // Inside compute, so that two threads of one job do not start two runs.
        runs.compute(job, (name, run) -> {
            if (run != null && !run.isOver(now.minus(took), work)) {
                return run.add(work, now, repository);
            }
            if (run != null) {
                run.finish(repository);
            }
            long id = repository.begin(name, null, node, now.minus(took));
            return new Run(id, JobWork.NOTHING, Instant.EPOCH, now).add(work, now, repository);
        });
    }

    private static String shortened(String name) {
        return name.length() > 80 ? name.substring(0, 80) : name;
    }

    /** The work since the row was last written. */
    record JobWork(
            long read, long done, long failed, @Nullable String error) {

        static final JobWork NOTHING = new JobWork(0, 0, 0, null);

        JobWork plus(JobWork more) {
            return new JobWork(
                    read + more.read, done + more.done, failed + more.failed, more.error == null ? error : more.error);
        }
    }

    private record Run(long id, JobWork unwritten, Instant writtenAt, Instant lastAt) {

        boolean isOver(Instant resumed, JobWork next) {
            // A success after an error starts a new run, so that the last run shows the current state of the job.
            return lastAt.plus(PAUSE).isBefore(resumed) || (unwritten.error() != null && next.error() == null);
        }

        /** Writes what the limit of writes per second has left over. */
        void finish(JobRunRepository repository) {
            if (unwritten.read() > 0) {
                repository.add(id, unwritten, lastAt);
            }
        }

        Run add(JobWork work, Instant now, JobRunRepository repository) {
            JobWork sum = unwritten.plus(work);
            if (writtenAt.plus(BETWEEN_WRITES).isAfter(now)) {
                return new Run(id, sum, writtenAt, now);
            }
            repository.add(id, sum, now);
            return new Run(id, sum.error() == null ? JobWork.NOTHING : new JobWork(0, 0, 0, sum.error()), now, now);
        }
    }
}
