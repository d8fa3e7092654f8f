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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** Two nodes of HQ on one database run each due job once. */
@HqManualContext
class JobClockClusterTests {

    private static final String JOB = BatchJobSettings.CUSTOMERS_1010;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    BatchJobRepository jobs;

    @Autowired
    BatchJobSettings batchJobs;

    @Autowired
    JobRunRecorder runs;

    @Autowired
    JobRunRepository history;

    @Autowired
    JobControlService control;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    AuditService audit;

    @Autowired
    AutowireCapableBeanFactory beans;

    private final List<JobClock> clocks = new ArrayList<>();
    private final CountDownLatch released = new CountDownLatch(1);

    @BeforeEach
    void everyHour() {
        jdbc.sql("delete from scheduled_tasks").update();
        jdbc.sql("update batch_job set recurrence = 'PT1H' where job = :job")
                .param("job", JOB)
                .update();
    }

    @AfterEach
    void stop() {
        released.countDown();
        clocks.forEach(JobClock::stop);
        jdbc.sql("delete from scheduled_tasks").update();
        jdbc.sql("update batch_job set recurrence = 'PT1S' where job = :job")
                .param("job", JOB)
                .update();
    }

    @Test
    void aJobThatIsDueRunsOnce() {
        var ran = new AtomicInteger();
        node(new DisconnectableDataSource(database), ran::incrementAndGet);
        node(new DisconnectableDataSource(database), ran::incrementAndGet);
        for (int round = 1; round <= 20; round++) {
            makeDue();
            int expected = round;
            await().untilAsserted(() -> assertThat(ran).hasValue(expected));
            await().until(this::isAsleep);
            assertThat(ran).hasValue(expected);
        }
    }

    @Test
    void theOtherNodeFollowsOneThatDiesInTheMiddle() throws Exception {
        var plug = new DisconnectableDataSource(database);
        var begun = new CountDownLatch(1);
        node(plug, () -> {
            begun.countDown();
            waitForEver();
        });
        makeDue();
        begun.await();
        plug.pull();

        var ran = new AtomicInteger();
        node(new DisconnectableDataSource(database), ran::incrementAndGet);
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(ran).hasValue(1));
        await().until(this::isAsleep);
        assertThat(ran).hasValue(1);
    }

    @Test
    void aRecurrenceThatChangesWhileTheNextTimeIsWorkedOutCounts() {
        var armed = new AtomicBoolean();
        var changesMeanwhile = new BatchJobRepository(jdbc) {
            @Override
            Optional<BatchJob> find(String job) {
                Optional<BatchJob> read = super.find(job);
                if (armed.compareAndSet(true, false)) {
                    CompletableFuture.runAsync(() -> control.reschedule(
                                    JOB,
                                    Recurrence.parse("PT3H"),
                                    read.orElseThrow().version()))
                            .join();
                }
                return read;
            }
        };
        var arming = new JobRunRepository(jdbc) {
            @Override
            int deleteBefore(Instant before) {
                armed.set(true);
                return super.deleteBefore(before);
            }
        };
        node(new DisconnectableDataSource(database), changesMeanwhile, arming, () -> {});
        makeDue();

        await().untilAsserted(
                        () -> assertThat(control.require(JOB).recurrence()).isEqualTo("PT3H"));
        await().untilAsserted(() -> assertThat(nextTime())
                .isCloseTo(Instant.now().plus(Duration.ofHours(3)), within(1, ChronoUnit.MINUTES)));
    }

    private Instant nextTime() {
        return jdbc.sql("select execution_time from scheduled_tasks where task_instance = :job and not picked")
                .param("job", JOB)
                .query(OffsetDateTime.class)
                .optional()
                .map(OffsetDateTime::toInstant)
                .orElse(Instant.EPOCH);
    }

    private void node(DataSource own, Runnable work) {
        node(own, jobs, history, work);
    }

    private void node(DataSource own, BatchJobRepository jobs, JobRunRepository history, Runnable work) {
        var control = transactional(new JobControlService(
                jobs, batchJobs, List.of(new CountingJobHandler(work)), runs, events, audit, Clock.systemUTC()));
        var properties = new ClockProperties(true, Duration.ofMillis(20), Duration.ofMillis(200), Duration.ofDays(30));
        var clock = new JobClock(own, jobs, control, history, properties, Clock.systemUTC());
        clock.start();
        clocks.add(clock);
    }

    private JobControlService transactional(JobControlService control) {
        return (JobControlService) beans.initializeBean(control, "node");
    }

    private void makeDue() {
        jdbc.sql("update scheduled_tasks set execution_time = now(), version = version + 1 where task_instance = :job")
                .param("job", JOB)
                .update();
    }

    private boolean isAsleep() {
        return jdbc.sql("select not picked and execution_time > now() from scheduled_tasks where task_instance = :job")
                .param("job", JOB)
                .query(Boolean.class)
                .single();
    }

    private void waitForEver() {
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The job on one node. */
    private record CountingJobHandler(Runnable work) implements JobHandler {

        @Override
        public String job() {
            return JOB;
        }

        @Override
        public void run() {
            work.run();
        }
    }
}
