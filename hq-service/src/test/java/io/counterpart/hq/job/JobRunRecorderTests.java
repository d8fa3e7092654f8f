package io.counterpart.hq.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs of a continuous job have their real duration and all their rows. */
@HqManualContext
class JobRunRecorderTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Autowired
    JobRunRepository repository;

    @Autowired
    TestDriver work;

    private final Hand hand = new Hand();

    @BeforeEach
    void clear() {
        work.jdbcUpdate("delete from batch_job_run");
    }

    @Test
    void aRunOfOneBatchLastsAsLongAsTheBatch() {
        new JobRunRecorder(repository, hand).worked("1010", Duration.ofMillis(210), 5, 5, 0);

        RunView run = runs().get(0);
        assertThat(run.startedAt()).isEqualTo(NOON.minusMillis(210));
        assertThat(run.finishedAt()).isEqualTo(NOON);
    }

    @Test
    void aBatchThatTakesLongerThanThePauseBetweenRunsContinuesTheRun() {
        var recorder = new JobRunRecorder(repository, hand);
        recorder.worked("1010", Duration.ofSeconds(1), 5, 5, 0);
        hand.now = NOON.plusSeconds(9);
        recorder.worked("1010", Duration.ofSeconds(8), 7, 7, 0);

        assertThat(runs()).singleElement().satisfies(run -> {
            assertThat(run.rowsDone()).isEqualTo(12);
            assertThat(run.startedAt()).isEqualTo(NOON.minusSeconds(1));
            assertThat(run.finishedAt()).isEqualTo(NOON.plusSeconds(9));
        });
    }

    @Test
    void rowsThatWereNotWrittenAtOnceAreNotLost() {
        var recorder = new JobRunRecorder(repository, hand);
        recorder.worked("1010", Duration.ofMillis(10), 5, 5, 0);
        hand.now = NOON.plusMillis(300);
        recorder.worked("1010", Duration.ofMillis(10), 7, 6, 1);
        hand.now = NOON.plusSeconds(60);
        recorder.worked("1010", Duration.ofMillis(10), 1, 1, 0);

        assertThat(runs()).extracting(RunView::rowsRead).containsExactly(1L, 12L);
        assertThat(runs().get(1).rowsFailed()).isEqualTo(1);
        assertThat(runs().get(1).finishedAt()).isEqualTo(NOON.plusMillis(300));
    }

    private List<RunView> runs() {
        return repository.list("1010", Long.MAX_VALUE, 10);
    }

    /** A clock that the test sets. */
    private static final class Hand extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
