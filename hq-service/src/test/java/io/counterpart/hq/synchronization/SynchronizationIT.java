package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.hq.numbering.NumberSequenceExhaustedException;
import io.counterpart.hq.synchronization.SynchronizationBatch.ChunkFailedException;
import io.counterpart.hq.testing.CountingDataSource;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@HqManualContext
class SynchronizationIT {

    @Autowired
    SynchronizationJob job;

    @Autowired
    SynchronizationBatch batch;

    @Autowired
    PendingCustomerPublisher pending;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
    }

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

        assertThat(forMany).isEqualTo(forFew).isEqualTo(15);
        assertThat(work.count("customer")).isEqualTo(502);
    }

    @Test
    void needsTheSameNumberOfStatementsForAnyNumberOfEdits() {
        var customers = Stream.generate(UUID::randomUUID).limit(300).toList();
        work.stage(customers.stream().map(OperationFixtures::creation).toList());
        run();
        work.stage(customers.subList(0, 2).stream()
                .map(id -> email(id, 2, "b@example.com"))
                .toList());
        int forFew = CountingDataSource.statementsOf(() -> batch.run(500));
        work.stage(customers.subList(2, 300).stream()
                .map(id -> email(id, 2, "b@example.com"))
                .toList());
        int forMany = CountingDataSource.statementsOf(() -> batch.run(500));

        assertThat(forMany).isEqualTo(forFew).isLessThan(12);
        assertThat(work.number("select count(*) from customer where email = 'b@example.com' and version = 2"))
                .isEqualTo(300);
    }

    @Test
    void failsOnlyTheCustomerThatIsBroken() {
        var broken = UUID.randomUUID();
        var operations = new ArrayList<CustomerOperation>();
        Stream.generate(OperationFixtures::creation).limit(20).forEach(operations::add);
        operations.add(
                OperationFixtures.creation(broken, OperationFixtures.profile(null, null, "ann@example.com"), null));
        operations.add(email(broken, 2, "b@example.com"));
        Stream.generate(OperationFixtures::creation).limit(20).forEach(operations::add);
        work.stage(operations);

        var report = run();

        assertThat(report.customers()).isEqualTo(40);
        assertThat(
                        work.texts(
                                "select status || ' ' || coalesce(error_class || ' ' || error_code, '-') from open_operation order by recid"))
                .containsExactly("FAILED DATA name-required", "WAITING -");
        assertThat(work.texts("select outcome from operation_attempt")).containsExactly("FAILED");
        assertThat(work.texts(
                        "select payload ->> 'syncStatus' from distribution_log where aggregateid = '" + broken + "'"))
                .containsExactly("SYNC_FAILED");
    }

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
    void halvesAChunkThatTheDatabaseRefusesUntilTheCustomerIsAlone() {
        var operations = new ArrayList<CustomerOperation>();
        Stream.generate(OperationFixtures::creation).limit(9).forEach(operations::add);
        operations.add(OperationFixtures.operation(
                UUID.randomUUID(),
                "harbor",
                1,
                OperationFixtures.NOON,
                operations.get(0).body()));
        work.stage(operations);
        work.breakCustomer(operations.get(9).asyncCustomerId());

        var report = run();

        assertThat(report.customers()).isEqualTo(9);
        assertThat(work.texts("select status from open_operation")).containsExactly("FAILED");
        work.repairCustomers();
    }

    @Test
    void appliesOperationsInTheirOrderHoweverTheyCome() {
        var id = UUID.randomUUID();
        var operations = new ArrayList<>(List.of(
                OperationFixtures.creation(id),
                email(id, 2, "b@example.com"),
                email(id, 3, "c@example.com"),
                email(id, 4, "d@example.com")));
        java.util.Collections.shuffle(operations, new Random(7));

        for (CustomerOperation operation : operations) {
            work.stage(List.of(operation));
            run();
        }

        assertThat(work.texts("select email from customer")).containsExactly("d@example.com");
        assertThat(work.count("open_operation")).isZero();
        assertThat(work.texts("select applied_operations ->> 'harbor' from customer"))
                .containsExactly("4");
    }

    @Test
    void resumesWaitingOperationsAfterARepair() {
        var id = UUID.randomUUID();
        work.stage(List.of(
                OperationFixtures.creation(id, OperationFixtures.profile(null, null, "ann@example.com"), null),
                email(id, 2, "b@example.com"),
                email(id, 3, "c@example.com")));
        run();
        assertThat(work.texts("select status from open_operation order by recid"))
                .containsExactly("FAILED", "WAITING", "WAITING");

        work.repairPayload(id, "{body,content,profile,firstName}", "\"Ann\"");
        job.run(List.of(work.number("select min(recid) from open_operation")));
        run();

        assertThat(work.texts("select email from customer")).containsExactly("c@example.com");
        assertThat(work.count("open_operation")).isZero();
        // Published once as failed: the customer's own snapshot is newer, and a tombstone deletes the one under the
        // async ID.
        assertThat(work.number("select min(aggregateversion) from distribution_log where aggregateid like 'C-%'"))
                .isEqualTo(2);
        assertThat(work.number("select count(*) from distribution_log where payload is null"))
                .isEqualTo(1);
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
    void refusesTheSecondCustomerOfAnIdentity() {
        var identity = new ExternalIdentity("https://login.example.com", "abc");
        work.stage(List.of(
                OperationFixtures.creation(UUID.randomUUID(), OperationFixtures.annLee(), identity),
                OperationFixtures.creation(UUID.randomUUID(), OperationFixtures.annLee(), identity)));
        run();
        work.stage(List.of(OperationFixtures.creation(UUID.randomUUID(), OperationFixtures.annLee(), identity)));
        run();

        assertThat(work.count("customer")).isEqualTo(1);
        assertThat(work.texts("select distinct error_code from open_operation"))
                .containsExactly("duplicate-external-identity");
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
    void stopsAtTheEndOfTheNumbersAndGivesNoneTwice() {
        work.numbersUpTo(3);
        work.stage(Stream.generate(OperationFixtures::creation).limit(5).toList());

        assertThatThrownBy(this::run).isInstanceOf(NumberSequenceExhaustedException.class);
        assertThat(work.count("customer")).isEqualTo(3);
        assertThat(work.texts("select status from open_operation")).containsExactly("PENDING", "PENDING");

        work.jdbcUpdate("update number_sequence set last_number = 10");
        run();
        assertThat(work.texts("select account_number from customer order by 1"))
                .containsExactly("C-0000001", "C-0000002", "C-0000003", "C-0000004", "C-0000005");
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

    @Test
    void recordsWhatAnEditOverrode() {
        var id = UUID.randomUUID();
        work.stage(List.of(OperationFixtures.creation(id), email(id, 2, "harbor@example.com")));
        run();
        work.stage(List.of(OperationFixtures.operation(
                id,
                "online",
                1,
                OperationFixtures.NOON,
                new OperationBody.EditProfile(
                        List.of(new FieldChange("email", "ann@example.com", "online@example.com"))))));
        run();

        assertThat(work.texts("select email from customer")).containsExactly("harbor@example.com");
        assertThat(work.texts("select outcome from operation_attempt")).containsExactly("OVERRIDDEN");
        assertThat(work.texts("select coalesce(unchanged_since, '-') from customer"))
                .containsExactly("-");
    }

    @Test
    void keepsFormerAddresses() {
        var creation = OperationFixtures.creation();
        var id = creation.asyncCustomerId();
        var address = ((OperationBody.CreateCustomer) creation.body())
                .content()
                .addresses()
                .get(0);
        work.stage(List.of(creation));
        run();
        work.stage(List.of(
                OperationFixtures.operation(
                        id,
                        "harbor",
                        2,
                        new OperationBody.EditAddress(
                                address.id(), List.of(new FieldChange("street", "1 Pier Road", "2 Pier Road")))),
                OperationFixtures.operation(
                        id, "harbor", 3, new OperationBody.AddContact(OperationFixtures.contact(false)))));
        run();

        assertThat(work.texts("select street || (valid_to = 'infinity') from customer_address order by valid_from"))
                .isEqualTo(Arrays.asList("1 Pier Roadfalse", "2 Pier Roadtrue"));
        assertThat(work.count("customer_contact")).isEqualTo(2);
    }

    private SynchronizationReport run() {
        return job.run(() -> {});
    }

    private int batchOf(int size) {
        try {
            return batch.run(size).claimed();
        } catch (ChunkFailedException e) {
            // Another of the four threads inserted the same customer: the next attempt finds it.
            return 1;
        }
    }

    private static CustomerOperation email(UUID customer, int number, String email) {
        return OperationFixtures.edit(customer, number, new FieldChange("email", before(number), email));
    }

    private static String before(int number) {
        return List.of("", "", "ann@example.com", "b@example.com", "c@example.com")
                .get(number);
    }
}
