package io.counterpart.hq.operation;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.synchronization.ImmediateConversion;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class FutureTimesIT extends TrueStateSupport {

    private static final Instant YEAR_9999 = Instant.parse("9999-12-31T00:00:00Z");

    @Autowired
    ImmediateConversion conversion;

    @Autowired
    ApplicationContext context;

    @Test
    void anEditFromTheFutureDoesNotBeatWhatComesAfterIt() {
        synchronize(OperationFixtures.creation(id));
        synchronize(
                OperationFixtures.operation(id, "online", 1, YEAR_9999, edit("ann@example.com", "future@example.com")));

        Instant now = Instant.now();
        synchronize(OperationFixtures.operation(id, "harbor", 2, now, edit("future@example.com", "now@example.com")));
        conversion.convert(
                OperationFixtures.operation(id, "hq", 1, Instant.now(), edit("now@example.com", "hq@example.com")));

        assertThat(work.texts("select email from customer")).containsExactly("hq@example.com");
        assertThat(work.number("select count(*) from async_operation where occurred_at > now() + interval '6 minutes'"))
                .isZero();
    }

    @Test
    void aFutureTimeThatIsStoredAlreadyBeatsNobody() {
        synchronize(OperationFixtures.creation(id));
        work.jdbcUpdate(
                "update customer set unchanged_since = null, changed_at = '{\"email\": \"%s\"}'".formatted(YEAR_9999));

        synchronize(OperationFixtures.operation(
                id, "harbor", 2, Instant.now().minusSeconds(3), edit("ann@example.com", "now@example.com")));

        assertThat(work.texts("select email from customer")).containsExactly("now@example.com");
    }

    @Test
    void aHeartbeatFromTheFutureDoesNotBlockLaterOnes() {
        heartbeat(YEAR_9999, 1);
        heartbeat(Instant.now().minusSeconds(3600), 2);

        assertThat(work.texts("select report ->> 'waitingOperations' from channel_heartbeat"))
                .containsExactly("2");
        heartbeat(YEAR_9999, 3);
        assertThat(work.number("select count(*) from channel_heartbeat where at > now()"))
                .isZero();
    }

    @Test
    void cutsTheTimesOfASessionAndLeavesOneThatRunsUnfinished() {
        report("""
                {"kind": "UPLOAD_SESSION", "schemaVersion": 1, "id": "%s", "channelDatabase": "harbor", "counterFrom": 1,
                  "counterTo": 2, "rows": 2, "status": "RUNNING", "tryCount": 1, "startedAt": "%s", "finishedAt": null}
                """.formatted(id, YEAR_9999));

        assertThat(work.number("""
                select count(*) from upload_session
                where started_at < now() + interval '6 minutes' and finished_at is null
                """)).isEqualTo(1);
    }

    private void heartbeat(Instant at, int waiting) {
        report("""
                {"kind": "HEARTBEAT", "schemaVersion": 1, "channelDatabase": "harbor", "at": "%s",
                  "waitingOperations": %d, "held": false, "channelVersions": {}, "globalVersion": 0}
                """.formatted(at, waiting));
    }

    private void report(String report) {
        ReflectionTestUtils.invokeMethod(
                context.getBean("sessionListener"), "on", List.of(TestDriver.record("harbor", report, 0)));
    }

    private static OperationBody edit(String before, String after) {
        return new OperationBody.EditProfile(List.of(new FieldChange("email", before, after)));
    }
}
