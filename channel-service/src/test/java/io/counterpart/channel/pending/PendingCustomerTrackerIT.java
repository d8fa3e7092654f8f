package io.counterpart.channel.pending;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.counterpart.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

class PendingCustomerTrackerIT {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
    private static final Duration SETTLE = Duration.ofSeconds(10);

    private static JdbcClient jdbc;

    private final Ticking clock = new Ticking();
    private PendingCustomerTracker tracker = tracker();

    @BeforeAll
    static void migrate() {
        TestDatabase database = TestDatabase.fresh("pending");
        var source = new DriverManagerDataSource(database.url(), database.user(), database.password());
        Flyway.configure().dataSource(source).load().migrate();
        jdbc = JdbcClient.create(source);
    }

    @BeforeEach
    void empty() {
        jdbc.sql("truncate customer, async_operation, async_operation_queue restart identity cascade")
                .update();
        tracker = tracker();
    }

    @Test
    void countsACustomerWhoseUploadedOperationHqNeverAcknowledged() {
        UUID stuck = customer(0);
        operation(stuck, 1, NOON.minusSeconds(300), false);
        operation(customer(1), 1, NOON.minusSeconds(400), false);
        settled();

        PendingCustomers pending = tracker.current();

        assertThat(pending.customers()).isEqualTo(1);
        assertThat(pending.complete()).isTrue();
        assertThat(pending.oldestSince()).isEqualTo(NOON.minusSeconds(300));
        assertThat(pending.oldest()).singleElement().satisfies(it -> {
            assertThat(it.asyncCustomerId()).isEqualTo(stuck);
            assertThat(it.channel()).isEqualTo("HARBOR");
            assertThat(it.uploaded()).isTrue();
        });
    }

    @Test
    void countsACustomerOnceAndSaysWhatThePJobHasYetToSend() {
        UUID customer = customer(1);
        operation(customer, 2, NOON.minusSeconds(60), true);
        operation(customer, 3, NOON.minusSeconds(30), true);
        settled();

        assertThat(tracker.current().customers()).isEqualTo(1);
        assertThat(tracker.current().oldest()).singleElement().satisfies(it -> {
            assertThat(it.operationNumber()).isEqualTo(2);
            assertThat(it.uploaded()).isFalse();
        });
    }

    @Test
    void forgetsACustomerOnceHqAcknowledgesIt() {
        UUID customer = customer(0);
        operation(customer, 1, NOON, false);
        settled();
        assertThat(tracker.current().customers()).isEqualTo(1);

        jdbc.sql("update customer set applied_operation = 1").update();
        tracker.refresh();

        assertThat(tracker.current()).isEqualTo(PendingCustomers.NONE);
    }

    @Test
    void doesNotCountWhatHadNoTimeYetWhateverTheClockOfTheTillSays() {
        operation(customer(0), 1, NOON.minus(Duration.ofDays(20_000)), false);
        operation(customer(0), 1, NOON.plus(Duration.ofDays(20_000)), false);
        tracker.refresh();
        assertThat(tracker.current()).isEqualTo(PendingCustomers.UNKNOWN);

        clock.now = clock.now.plus(SETTLE);
        tracker.refresh();
        assertThat(tracker.current().customers()).isEqualTo(2);
        assertThat(tracker.current().oldest()).noneMatch(it -> it.since().isAfter(clock.now));
    }

    @Test
    void goesThroughALogThatIsLongerThanABatch() {
        for (int i = 0; i < 10; i++) {
            operation(customer(1), 1, NOON, false);
        }
        operation(customer(0), 1, NOON, false);
        settled();

        assertThat(tracker.current().customers()).isEqualTo(1);
    }

    @Test
    void findsInTheNextWalkWhatCommittedBehindIt() {
        UUID late = customer(0);
        operation(late, 1, NOON, false);
        operation(customer(1), 1, NOON, false);
        jdbc.sql("create table kept as select * from async_operation where aggregateid = '%s'".formatted(late))
                .update();
        jdbc.sql("delete from async_operation where aggregateid = '%s'".formatted(late))
                .update();
        settled();
        jdbc.sql("insert into async_operation overriding system value select * from kept")
                .update();
        tracker.refresh();
        assertThat(tracker.current().customers()).isZero();

        clock.now = clock.now.plus(Duration.ofHours(2));
        tracker.refresh();

        assertThat(tracker.current().customers()).isEqualTo(1);
        jdbc.sql("drop table kept").update();
    }

    private void settled() {
        tracker.refresh();
        clock.now = clock.now.plus(SETTLE);
        tracker.refresh();
    }

    private PendingCustomerTracker tracker() {
        return new PendingCustomerTracker(
                new PendingOperationRepository(jdbc), new PendingProperties(SETTLE, 3, 10, Duration.ofHours(1)), clock);
    }

    private static UUID customer(int applied) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                        insert into customer (async_customer_id, type, sync_status, creation_mode, created_in_channel,
                          created_in_channel_database, created_at, last_operation, applied_operation, version)
                        values (?, 'PERSON', 'PENDING_SYNC', 'ASYNC', 'HARBOR', 'harbor', now(), 9, ?, 0)
                        """).params(id, applied).update();
        return id;
    }

    private static void operation(UUID customer, int number, Instant at, boolean queued) {
        Long counter = jdbc.sql("""
                        insert into async_operation (id, aggregatetype, aggregateid, aggregateversion, type, created_at)
                        values (gen_random_uuid(), 'cdx.p-0001', ?, ?, 'CREATE_CUSTOMER', ?)
                        returning replication_counter
                        """)
                .params(customer.toString(), number, Timestamp.from(at))
                .query(Long.class)
                .single();
        if (queued) {
            jdbc.sql("insert into async_operation_queue (replication_counter) values (?)")
                    .param(counter)
                    .update();
        }
    }

    private static final class Ticking extends Clock {

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
