package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class PendingCustomerIT extends SynchronizationSupport {

    @Autowired
    PendingCustomerPublisher pending;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void publishesNothingThatNoChannelCouldStore() {
        var tooLong = UUID.randomUUID();
        work.stage(List.of(OperationFixtures.creation(
                tooLong, OperationFixtures.profile("Ann", "x".repeat(101), "ann@example.com"), null)));

        pending.publish(Instant.now().plusSeconds(60), Instant.now());
        run();

        assertThat(work.texts("select status || ' ' || error_code from open_operation"))
                .containsExactly("FAILED value-too-long");
        assertThat(work.texts("select aggregateid from distribution_log")).isEmpty();
    }

    @Test
    void publishesAPendingCustomerToTheChannels() {
        var creation = OperationFixtures.creation();
        work.stage(List.of(creation));
        var later = Instant.now().plusSeconds(60);

        assertThat(pending.publish(later, later)).isTrue();
        pending.publish(later, later);
        run();

        assertThat(work.texts("""
                        select aggregateid || ' ' || aggregateversion || ' ' || coalesce(payload ->> 'syncStatus', 'erased')
                        from distribution_log where aggregatetype = 'cdx.1010' order by replication_counter
                        """))
                .containsExactly(
                        creation.asyncCustomerId() + " 1 PENDING_SYNC",
                        "C-0000001 2 SYNCED",
                        creation.asyncCustomerId() + " 2 erased");
    }

    @Test
    void looksThroughNoTableForThoseWhoWait() {
        work.stage(Stream.generate(OperationFixtures::creation).limit(500).toList());
        var now = Instant.now();

        transaction.executeWithoutResult(status -> {
            List<String> before = readWhole();
            pending.publish(now.plusSeconds(60), now);
            assertThat(readWhole()).isEqualTo(before);
        });

        assertThat(work.count("distribution_log")).isEqualTo(500);
    }

    // The statistics cover the connection, not only this transaction.
    private List<String> readWhole() {
        return work.texts(
                "select relname || ' ' || seq_scan from pg_stat_xact_user_tables where seq_scan > 0 order by 1");
    }
}
