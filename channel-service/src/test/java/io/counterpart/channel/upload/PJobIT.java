package io.counterpart.channel.upload;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.JobCommand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class PJobIT extends ChannelServiceContext {

    private static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    private HeartbeatJob heartbeat;

    @Autowired
    private PJobSettingService settings;

    @AfterEach
    void release() {
        HQ.command(CHANNEL_DATABASE, JobCommand.Action.RELEASE);
        await().atMost(SOON).until(() -> !isHeld());
    }

    @Test
    void publishesAtOnceAndWritesDownASession() {
        String id = create();

        await().atMost(SOON).until(() -> isPublished(id));
        await().atMost(SOON).until(() -> sessionsCovering(id) == 1);
        await().atMost(SOON).until(() -> reported("\"UPLOAD_SESSION\""));
    }

    @Test
    void publishesNothingWhileItIsHeldAndEverythingAfterwards() {
        HQ.command(CHANNEL_DATABASE, JobCommand.Action.HOLD);
        await().atMost(SOON).until(this::isHeld);

        String id = create();
        heartbeat.beat();
        assertThat(heartbeat.waiting()).isPositive();
        await().during(Duration.ofSeconds(1)).atMost(SOON).until(() -> !isPublished(id));

        HQ.command(CHANNEL_DATABASE, JobCommand.Action.RELEASE);
        await().atMost(SOON).until(() -> isPublished(id));
    }

    @Test
    void obeysOnlyCommandsForItsOwnChannelDatabaseAndJob() {
        HQ.command("elsewhere", JobCommand.Action.HOLD);
        HQ.publish(
                Topics.CONTROL,
                CHANNEL_DATABASE,
                JobCommand.of(CHANNEL_DATABASE, "1010", JobCommand.Action.HOLD, null, Instant.now()));
        HQ.publish(
                Topics.CONTROL,
                CHANNEL_DATABASE,
                JobCommand.of(CHANNEL_DATABASE, "P-0001", JobCommand.Action.SCHEDULE, 7, Instant.now()));

        await().atMost(SOON)
                .until(() -> Integer.valueOf(7)
                        .equals(jdbc.queryForObject("select recurrence_seconds from p_job_setting", Integer.class)));
        assertThat(isHeld()).isFalse();
    }

    @Test
    void sendsHeartbeatsWithWhatTheChannelRuns() {
        await().atMost(SOON).until(() -> reported("\"HEARTBEAT\"", "\"HARBOR\":", "\"globalVersion\":"));
    }

    @Test
    void continuesAboveTheCountersThatHqHasSeenAndNeverGoesBack() {
        create();
        // Of the settings: rows with higher counters may have been there before, and a heartbeat remembers them.
        long seen = settings.highestCounter() + 1_000;

        continueAbove(seen);

        await().atMost(SOON).until(() -> settings.highestCounter() == seen);
        create();
        assertThat(highestCounter()).isEqualTo(seen + 1);
        await().atMost(SOON).until(() -> reported("\"HEARTBEAT\"", "\"highestCounter\":" + (seen + 1)));

        settings.obey(command(seen - 500));
        settings.obey(command(Long.MAX_VALUE));
        create();
        assertThat(highestCounter()).isEqualTo(seen + 2);
    }

    private static JobCommand command(long counter) {
        return JobCommand.continueAbove(CHANNEL_DATABASE, counter, Instant.now());
    }

    private static void continueAbove(long counter) {
        HQ.publish(Topics.CONTROL, CHANNEL_DATABASE, command(counter));
    }

    private long highestCounter() {
        Long highest = jdbc.queryForObject("select max(replication_counter) from async_operation", Long.class);
        return highest == null ? 0 : highest;
    }

    private String create() {
        return harbor.post(CUSTOMERS, "{\"lastName\": \"Uploaded\"}").text("asyncCustomerId");
    }

    private boolean isHeld() {
        return Boolean.TRUE.equals(jdbc.queryForObject("select held from p_job_setting", Boolean.class));
    }

    private boolean isPublished(String id) {
        return !HQ.recordsOf(Topics.P_0001, id).isEmpty();
    }

    private int sessionsCovering(String id) {
        return jdbc.queryForList("""
                        select 1 from upload_session
                        join async_operation on replication_counter between counter_from and counter_to
                        where aggregateid = ? and status = 'UPLOADED'
                        """, id).size();
    }

    private boolean reported(String... parts) {
        return HQ.recordsOf(Topics.SESSIONS, CHANNEL_DATABASE).stream()
                .map(report -> new String(report.value(), StandardCharsets.UTF_8))
                .anyMatch(report -> Stream.of(parts).allMatch(report::contains));
    }
}
