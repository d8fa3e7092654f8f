package io.counterpart.hq.synchronization;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.ExternalIdentity;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.numbering.NumberSequenceExhaustedException;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@HqManualContext
class SynchronizationFailureIT extends SynchronizationSupport {

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
}
