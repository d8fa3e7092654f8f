package io.counterpart.hq.restore;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class ChannelRestoreIT {

    @Autowired
    ChannelRestoreJob job;

    @Autowired
    TestDriver work;

    private final UUID customer = UUID.randomUUID();

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        convert(OperationFixtures.creation(customer));
        uploaded(customer, 50, "now() - interval '1 minute'");
    }

    @Test
    void seesThatAChannelDatabaseWasSetBackAndHasItContinueAbove() {
        heartbeat(40, "now()");

        job.run();
        job.run();

        assertThat(work.texts(
                        "select channel_database || reported_counter || '<' || highest_counter from channel_restore"))
                .containsExactly("harbor40<50");
        assertThat(work.publishedTo(Topics.CONTROL))
                .singleElement()
                .asString()
                .contains("\"action\":\"CONTINUE_ABOVE\"", "\"counterTo\":50", "\"channelDatabase\":\"harbor\"");
        assertThat(work.texts("select action || ' ' || subject from audit_entry"))
                .containsExactly("channel-restore-detected harbor");
    }

    @Test
    void noticesAnotherDatabaseEvenWhenItsCounterIsHigher() {
        heartbeat(50, "now()", "one/1");
        job.run();
        assertThat(work.count("channel_restore")).isZero();
        convert(email(2, "lost@example.com"));
        convert(email(2, "renewed@example.com"));
        // A sequence skips up to 32 numbers when its database recovers.
        heartbeat(82, "now()", "one/2");

        job.run();
        job.run();

        assertThat(work.texts("select channel_database || reported_counter from channel_restore"))
                .containsExactly("harbor82");
        assertThat(work.count("open_operation")).isZero();
        assertThat(work.texts("select email || (applied_operations ->> 'harbor') from customer"))
                .containsExactly("renewed@example.com3");
        assertThat(work.publishedTo(Topics.CONTROL)).isEmpty();
    }

    @Test
    void takesNoOrdinaryHeartbeatForASignOfARestore() {
        heartbeat(50, "now()");
        job.run();
        // Created before the upload, and received after it.
        heartbeat(40, "now() - interval '1 minute'");
        job.run();
        // From a channel that does not report counters yet.
        work.jdbcUpdate("update channel_heartbeat set at = now(), report = report - 'highestCounter'");
        job.run();

        assertThat(work.count("channel_restore")).isZero();
    }

    @Test
    void appliesWhatFailedBeforeTheRestoreWasSeen() {
        convert(email(2, "lost@example.com"));
        convert(email(2, "renewed@example.com"));
        assertThat(work.texts("select error_code from open_operation")).containsExactly("operation-number-used");
        heartbeat(40, "now()");

        job.run();

        assertThat(work.count("open_operation")).isZero();
        assertThat(work.texts("select email || (applied_operations ->> 'harbor') from customer"))
                .containsExactly("renewed@example.com3");
        // The channels no longer show it as failed.
        assertThat(work.texts("select unapplied ->> 'operations' from customer"))
                .containsExactly("[]");
    }

    @Test
    void isHealedWhenTheChannelGivesNewCountersAndNothingIsOpen() {
        heartbeat(40, "now()");
        job.run();
        work.jdbcUpdate("update channel_restore set detected_at = now() - interval '2 minutes'");
        job.run();
        assertThat(work.count("channel_restore where healed_at is null")).isOne();
        heartbeat(51, "now()");

        job.run();

        assertThat(work.count("channel_restore where healed_at is not null")).isOne();
        assertThat(work.texts("select action from audit_entry order by id"))
                .containsExactly("channel-restore-detected", "channel-restore-healed");
    }

    private void convert(CustomerOperation operation) {
        work.stage(List.of(operation));
        work.synchronize();
    }

    private CustomerOperation email(int number, String value) {
        return OperationFixtures.edit(customer, number, new FieldChange("email", null, value));
    }

    private void uploaded(UUID customer, long counter, String at) {
        work.jdbcUpdate(
                "update async_operation set replication_counter = %d, uploaded_at = %s where async_customer_id = '%s'"
                        .formatted(counter, at, customer));
    }

    private void heartbeat(long counter, String at) {
        heartbeat(counter, at, "one/1");
    }

    private void heartbeat(long counter, String at, String identity) {
        work.jdbcUpdate("""
                insert into channel_heartbeat (channel_database, at, report)
                values ('harbor', %1$s,
                  '{"highestCounter": %2$d, "waitingOperations": 0, "databaseIdentity": "%3$s"}')
                on conflict (channel_database) do update set at = excluded.at, report = excluded.report
                """.formatted(at, counter, identity));
    }
}
