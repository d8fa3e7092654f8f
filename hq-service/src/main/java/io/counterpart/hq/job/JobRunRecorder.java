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
 * Writes down what the jobs did. Jobs that work continuously would leave a row for each batch; so a run is all that a
 * node did without a pause of a few seconds, and its row is written at most once a second. What a person asked for
 * begins a run of its own.
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

    /** A job did something. */
    public void worked(String job, long read, long done, long failed) {
        add(job, new JobWork(read, done, failed, null));
    }

    /** A job could not work. */
    public void failed(String job, @Nullable String error) {
        String text = String.valueOf(error);
        add(job, new JobWork(0, 0, 0, text.length() > LONGEST_ERROR ? text.substring(0, LONGEST_ERROR) : text));
    }

    /** A person wants the job to run; what it does next is of this run. */
    void requested(String job, String who) {
        Instant now = clock.instant();
        runs.put(job, new Run(repository.begin(job, who, node, now), JobWork.NOTHING, now, now));
    }

    private void add(String job, JobWork work) {
        Instant now = clock.instant();
        // Inside compute, so that two threads of one job do not begin two runs.
        runs.compute(job, (name, run) -> {
            Run current = run == null || run.isOver(now, work)
                    ? new Run(repository.begin(name, null, node, now), JobWork.NOTHING, Instant.EPOCH, now)
                    : run;
            return current.add(work, now, repository);
        });
    }

    private static String shortened(String name) {
        return name.length() > 80 ? name.substring(0, 80) : name;
    }

    /** What was done since the row was last written. */
    record JobWork(
            long read, long done, long failed, @Nullable String error) {

        static final JobWork NOTHING = new JobWork(0, 0, 0, null);

        JobWork plus(JobWork more) {
            return new JobWork(
                    read + more.read, done + more.done, failed + more.failed, more.error == null ? error : more.error);
        }
    }

    private record Run(long id, JobWork unwritten, Instant writtenAt, Instant lastAt) {

        boolean isOver(Instant now, JobWork next) {
            // A success after an error is a run of its own, so that the last run tells how the job is now.
            return lastAt.plus(PAUSE).isBefore(now) || (unwritten.error() != null && next.error() == null);
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
