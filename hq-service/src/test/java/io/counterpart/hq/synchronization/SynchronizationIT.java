package io.counterpart.hq.synchronization;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.synchronization.SynchronizationBatch.ChunkFailedException;
import io.counterpart.hq.testing.CountingDataSource;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class SynchronizationIT extends SynchronizationSupport {

    @Test
    void assignsAnAccountNumberAndPublishesIt() {
        var creation = OperationFixtures.creation();
        work.stage(List.of(creation));

        run();

        assertThat(work.accountNumber(creation.asyncCustomerId())).isEqualTo("C-0000001");
        assertThat(work.count("open_operation")).isZero();
        assertThat(work.texts("select custaccount || onlineoperationcompleted from retailasyncaddressv2"))
                .containsExactly("C-00000011");
        assertThat(
                        work.texts(
                                "select aggregatetype || ' ' || aggregateid || ' ' || aggregateversion from distribution_log order by 1"))
                .containsExactly("cdx.1010 C-0000001 1", "customers.converted " + creation.asyncCustomerId() + " 1");
        assertThat(work.texts("select street from customer_address where valid_to = 'infinity'"))
                .containsExactly("1 Pier Road");
        assertThat(work.texts("select unchanged_since from customer")).containsExactly("harbor");
    }

    @Test
    void needsTheSameNumberOfStatementsForAnyNumberOfCustomers() {
        work.stage(Stream.generate(OperationFixtures::creation).limit(2).toList());
        int forFew = CountingDataSource.statementsOf(() -> batch.run(500));
        work.stage(Stream.generate(OperationFixtures::creation).limit(500).toList());
        int forMany = CountingDataSource.statementsOf(() -> batch.run(500));

        assertThat(forMany).isEqualTo(forFew).isEqualTo(16);
        assertThat(work.count("customer")).isEqualTo(502);
    }

    @Test
    void doesNothingTwiceForACustomerThatIsThere() {
        var creation = OperationFixtures.creation();
        work.stage(List.of(creation));
        run();
        var again = OperationFixtures.operation(creation.asyncCustomerId(), "harbor", 1, creation.body());
        work.stage(List.of(again));

        run();

        assertThat(work.count("customer")).isEqualTo(1);
        assertThat(work.count("open_operation")).isZero();
        assertThat(work.count("distribution_log")).isEqualTo(2);
    }

    @Test
    void makesOneCustomerOfAnIdThatTwoChannelDatabasesCreated() {
        var id = UUID.randomUUID();
        var body = OperationFixtures.creation(id).body();
        work.stage(List.of(OperationFixtures.creation(id), OperationFixtures.operation(id, "online", 1, body)));
        run();
        work.sender("ONLINE", "south");
        work.stage(List.of(OperationFixtures.operation(id, "south", 1, body)));
        run();

        assertThat(work.count("customer")).isEqualTo(1);
        assertThat(work.count("open_operation")).isZero();
        assertThat(work.texts("select jsonb_object_keys(applied_operations) from customer order by 1"))
                .containsExactly("harbor", "online", "south");
    }

    @Test
    void doesNothingWhileItIsHeld() {
        work.stage(List.of(OperationFixtures.creation()));
        work.hold("synchronize-customers-and-channel-requests", true);

        assertThat(run()).isEqualTo(SynchronizationReport.EMPTY);
        work.hold("synchronize-customers-and-channel-requests", false);
        assertThat(run().customers()).isEqualTo(1);
    }

    @Test
    void neverGivesTwoNumbersWhenTwoJobsRunAtOnce() {
        work.stage(Stream.generate(OperationFixtures::creation).limit(400).toList());
        var twice = new ArrayList<CustomerOperation>();
        Stream.generate(UUID::randomUUID).limit(50).forEach(id -> {
            twice.add(OperationFixtures.creation(id));
            twice.add(OperationFixtures.creation(id));
        });
        work.stage(twice);

        CompletableFuture.allOf(Stream.generate(() -> CompletableFuture.runAsync(() -> {
                            while (batchOf(7) > 0) {}
                        }))
                        .limit(4)
                        .toArray(CompletableFuture[]::new))
                .join();
        run();

        var numbers = work.texts("select account_number from customer");
        assertThat(numbers).hasSize(450);
        assertThat(new HashSet<>(numbers)).hasSize(450);
        assertThat(work.count("open_operation")).isZero();
    }

    private int batchOf(int size) {
        try {
            return batch.run(size).claimed();
        } catch (ChunkFailedException e) {
            // Another of the four threads inserted the same customer: the next attempt finds it.
            return 1;
        }
    }
}
