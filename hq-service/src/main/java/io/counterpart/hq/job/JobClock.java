package io.counterpart.hq.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient.ScheduleOptions;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceCurrentlyExecutingException;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.serializer.Serializer;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * The clock of the batch jobs for all nodes: exactly one node runs a due job. Jobs with a recurrence of less than a
 * minute are loops on every node that may run concurrently; the clock only keeps them in its list.
 */
@Component
class JobClock implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobClock.class);
    private static final String TASK = "batch-job";
    private static final Duration CONTINUOUS = Duration.ofMinutes(1);

    private final BatchJobRepository jobs;
    private final JobControlService control;
    private final JobRunRepository runs;
    private final ClockProperties properties;
    private final Clock clock;
    private final CustomTask<Void> task;
    private final DataSource database;
    private volatile Scheduler scheduler;
    private volatile boolean running;

    JobClock(
            DataSource database,
            BatchJobRepository jobs,
            JobControlService control,
            JobRunRepository runs,
            ClockProperties properties,
            Clock clock) {
        this.database = database;
        this.jobs = jobs;
        this.control = control;
        this.runs = runs;
        this.properties = properties;
        this.clock = clock;
        this.task = Tasks.custom(TASK, Void.class)
                .onFailure((complete, operations) ->
                        reschedule(complete.getExecution().getId(), next -> operations.reschedule(complete, next)))
                .onDeadExecutionRevive()
                .execute(this::tick);
        this.scheduler = newScheduler();
    }

    private Scheduler newScheduler() {
        return Scheduler.create(database, List.of(task))
                // Set explicitly, because the scheduler would query the database for its type.
                .jdbcCustomization(new PostgreSqlJdbcCustomization(false, false))
                .threads(2)
                .pollingInterval(properties.polling())
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(properties.heartbeat())
                .missedHeartbeatsLimit(4)
                .serializer(Serializer.DEFAULT_JAVA_SERIALIZER)
                .build();
    }

    private CompletionHandler<Void> tick(TaskInstance<Void> instance, ExecutionContext context) {
        String job = instance.getId();
        Instant now = clock.instant();
        BatchJob row = control.require(job);
        if (!row.held() && !isContinuous(row)) {
            log.debug("Job {} is due", job);
            control.runByClock(job);
        }
        runs.deleteBefore(now.minus(properties.keepRuns()));
        return (complete, operations) -> reschedule(job, next -> operations.reschedule(complete, next));
    }

    // A recurrence that was changed while the job ran is read here, after the run. One that is changed between this
    // read and the rescheduling is detected by the second read. A later change finds a task that is no longer running.
    private void reschedule(String job, Consumer<Instant> complete) {
        BatchJob before = control.require(job);
        complete.accept(next(before, clock.instant()));
        BatchJob after = control.require(job);
        if (!after.recurrence().equals(before.recurrence())) {
            plan(job, next(after, clock.instant()));
        }
    }

    private void plan(String job, Instant next) {
        try {
            scheduler.schedule(task.instance(job), next, ScheduleOptions.WHEN_EXISTS_RESCHEDULE);
        } catch (TaskInstanceCurrentlyExecutingException e) {
            log.debug("Job {} runs now and is rescheduled by the node that runs it", job);
        }
    }

    private static Instant next(BatchJob row, Instant now) {
        return isContinuous(row) ? now.plus(CONTINUOUS) : row.schedule().next(now);
    }

    private static boolean isContinuous(BatchJob row) {
        Recurrence schedule = row.schedule();
        return schedule.isInterval() && schedule.pauseAt(Instant.EPOCH).compareTo(CONTINUOUS) < 0;
    }

    @TransactionalEventListener
    void on(JobRescheduledEvent event) {
        // A node whose clock is disabled also plans the job: another node runs it.
        plan(event.job(), next(control.require(event.job()), clock.instant()));
    }

    @Override
    public boolean isAutoStartup() {
        return properties.enabled();
    }

    @Override
    public void start() {
        running = true;
        Instant now = clock.instant();
        jobs.all().forEach(job -> scheduler.scheduleIfNotExists(task.instance(job.job()), next(job, now)));
        scheduler.start();
    }

    @Override
    public void stop() {
        running = false;
        scheduler.stop();
        // A scheduler does not start twice.
        scheduler = newScheduler();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
