package io.counterpart.hq.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/** A loop never uses outdated settings, neither during a change nor after it. */
@HqManualContext
class JobControlTests {

    private static final String JOB = BatchJobSettings.SYNCHRONIZE;

    @Autowired
    JobControlService control;

    @Autowired
    BatchJobSettings jobs;

    @Autowired
    BatchJobRepository repository;

    @Autowired
    JobRunRecorder runs;

    @Autowired
    RunningChunkRepository chunks;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    AuditService audit;

    @Autowired
    AutowireCapableBeanFactory beans;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void setBack() {
        control.release(JOB);
    }

    @Test
    void aHoldCountsFromItsCommitOn() {
        transaction.executeWithoutResult(status -> {
            control.hold(JOB);
            assertThat(CompletableFuture.supplyAsync(() -> jobs.isHeld(JOB)).join())
                    .as("what another thread sees")
                    .isFalse();
        });

        assertThat(jobs.isHeld(JOB)).isTrue();
    }

    @Test
    void whatIsBeingReadWhileAHoldIsCommittedIsNotKept() {
        var during = new ArrayList<Runnable>();
        var slow = new BatchJobSettings(
                new BatchJobRepository(jdbc) {
                    @Override
                    Optional<BatchJob> find(String job) {
                        var found = super.find(job);
                        during.forEach(Runnable::run);
                        return found;
                    }
                },
                runs,
                chunks,
                Clock.systemUTC());
        during.add(() -> {
            repository.hold(JOB, true);
            slow.forget();
        });

        assertThat(slow.isHeld(JOB)).as("read before").isFalse();
        during.clear();
        assertThat(slow.isHeld(JOB)).isTrue();
    }

    @Test
    void aLoopIsWokenWhenItCanSeeWhatWasDone() {
        var seen = new ArrayList<String>();
        var handler = new JobHandler() {
            @Override
            public String job() {
                return JOB;
            }

            @Override
            public void release() {
                seen.add("rescheduled, held: " + heldForOthers());
            }

            @Override
            public void trigger() {
                seen.add("woken, held: " + heldForOthers());
            }
        };
        var mine = (JobControlService) beans.initializeBean(
                new JobControlService(repository, jobs, List.of(handler), runs, events, audit, Clock.systemUTC()),
                "mine");
        control.hold(JOB);

        mine.release(JOB);

        assertThat(seen).containsExactly("rescheduled, held: true", "woken, held: false");
    }

    @Test
    void aJobGetsItsNextTimeWhetherOrNotItHadOne() {
        BatchJob before = control.require(JOB);
        jdbc.sql("delete from scheduled_tasks").update();
        try {
            for (String recurrence : List.of("PT1H", "PT3H")) {
                control.reschedule(
                        JOB, Recurrence.parse(recurrence), control.require(JOB).version());
                var expected = Instant.now().plus(Duration.parse(recurrence));
                assertThat(nextTime()).isCloseTo(expected, within(1, ChronoUnit.MINUTES));
            }
        } finally {
            control.reschedule(JOB, before.schedule(), control.require(JOB).version());
            jdbc.sql("delete from scheduled_tasks").update();
        }
    }

    private Instant nextTime() {
        return jdbc.sql("select execution_time from scheduled_tasks where task_instance = :job")
                .param("job", JOB)
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }

    private boolean heldForOthers() {
        return CompletableFuture.supplyAsync(
                        () -> repository.find(JOB).orElseThrow().held())
                .join();
    }
}
