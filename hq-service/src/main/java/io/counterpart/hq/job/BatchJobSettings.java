package io.counterpart.hq.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.hq.problem.HqProblem;

/**
 * The settings of batch jobs, for loops that check them before every batch: the table is read at most four times per
 * second and job, and immediately after a change on this node.
 */
@Component
public class BatchJobSettings {

    public static final String P_0001 = "P-0001";
    public static final String SYNCHRONIZE = "synchronize-customers-and-channel-requests";
    public static final String CUSTOMERS_1010 = "1010";
    public static final String CHANNEL_CONFIGURATION_1070 = "1070";
    public static final String GLOBAL_CONFIGURATION_1110 = "1110";

    private static final Duration FRESH = Duration.ofMillis(250);
    private static final Duration BETWEEN_MARKS = Duration.ofSeconds(1);

    private final BatchJobRepository repository;
    private final JobRunRecorder runs;
    private final RunningChunkRepository chunks;
    private final Clock clock;
    private final Map<String, CachedJob> reads = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();
    private final Map<String, Instant> marks = new ConcurrentHashMap<>();

    BatchJobSettings(BatchJobRepository repository, JobRunRecorder runs, RunningChunkRepository chunks, Clock clock) {
        this.repository = repository;
        this.runs = runs;
        this.chunks = chunks;
        this.clock = clock;
    }

    public boolean isHeld(String job) {
        return fresh(job).held();
    }

    /** The current value in the caller's transaction. */
    public boolean isHeldNow(String job) {
        return require(job).held();
    }

    /**
     * Whether the caller's transaction may start work of this job. Until the transaction ends, a hold waits for it;
     * after a hold has returned, no instance receives true here. One round trip.
     */
    public boolean mayStart(String job) {
        return chunks.start(job);
    }

    public Duration recurrence(String job) {
        return fresh(job).schedule().pauseAt(clock.instant());
    }

    /**
     * Records work that a job has just completed.
     *
     * @param took how long it worked
     */
    public void ran(String job, Duration took, long read, long done, long failed) {
        runs.worked(job, took, read, done, failed);
        ran(job);
    }

    /** Records that the job could not work. */
    public void failed(String job, @Nullable String error) {
        runs.failed(job, error);
    }

    /** Records that the job did something; the table is updated at most once per second. */
    public void ran(String job) {
        Instant now = clock.instant();
        Instant last = marks.get(job);
        if (last == null || last.plus(BETWEEN_MARKS).isBefore(now)) {
            marks.put(job, now);
            repository.ran(job, now);
        }
    }

    /** Returns when no instance works on a chunk that it started before the hold was committed. */
    void awaitChunks(String job) {
        chunks.await(job);
    }

    /** Called when a change is committed: discards cached values, including those being read at this moment. */
    void forget() {
        changes.incrementAndGet();
    }

    private BatchJob fresh(String job) {
        CachedJob read = reads.get(job);
        long seen = changes.get();
        if (read == null || read.changes() != seen || System.nanoTime() - read.at() > FRESH.toNanos()) {
            read = new CachedJob(require(job), seen, System.nanoTime());
            reads.put(job, read);
        }
        return read.row();
    }

    private BatchJob require(String job) {
        return repository
                .find(job)
                .orElseThrow(
                        () -> HqProblem.BATCH_JOB_NOT_FOUND.because("Batch job “%s” doesn’t exist.".formatted(job)));
    }

    private record CachedJob(BatchJob row, long changes, long at) {}
}
