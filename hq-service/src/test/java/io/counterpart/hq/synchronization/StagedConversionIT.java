package io.counterpart.hq.synchronization;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/** Operations are converted while they are staged, or stay open for Synchronize. */
@HqManualContext
@TestPropertySource(properties = "hq.synchronization.enabled=true")
class StagedConversionIT extends SynchronizationSupport {

    @Autowired
    SynchronizationLoop loop;

    @BeforeEach
    void onlyTheTestRunsSynchronize() {
        loop.stop();
    }

    @Test
    void aCustomerAndItsEditsAreConvertedWithoutBecomingOpen() {
        CustomerOperation creation = OperationFixtures.creation();

        work.stage(List.of(creation, email(creation.asyncCustomerId(), 2, "b@example.com")));

        assertThat(work.count("open_operation")).isZero();
        assertThat(work.texts("select account_number || ' ' || email || ' ' || version from customer"))
                .containsExactly("C-0000001 b@example.com 1");
        assertThat(work.texts("select operation_number::text from async_operation order by recid"))
                .containsExactly("1", "2");
        for (String table : List.of(
                "retailasynccustomerv2",
                "retailasyncaddressv2",
                "retailasynccustomercontact",
                "retailasynccustomeraffiliation",
                "retailasynccustomerattributev2")) {
            assertThat(work.texts("select distinct custaccount || ' ' || onlineoperationcompleted || ' ' "
                            + "|| (modifieddatetime is not null) from " + table))
                    .as(table)
                    .containsExactly("C-0000001 1 true");
        }
        assertThat(work.texts("select payload ->> 'syncStatus' from distribution_log where aggregatetype = 'cdx.1010'"))
                .containsExactly("SYNCED");
        assertThat(run().claimed()).isZero();
    }

    @Test
    void aRepeatedRecordChangesNothing() {
        CustomerOperation creation = OperationFixtures.creation();
        work.stage(List.of(creation));

        work.stage(List.of(creation));

        assertThat(work.count("async_operation")).isEqualTo(1);
        assertThat(work.texts("select account_number || ' ' || version from customer"))
                .containsExactly("C-0000001 1");
    }

    @Test
    void operationsStayOpenWhileTheJobIsOnHold() {
        work.hold(BatchJobSettings.SYNCHRONIZE, true);

        work.stage(List.of(OperationFixtures.creation()));

        assertThat(work.texts("select status from open_operation")).containsExactly("PENDING");
        assertThat(work.texts("select onlineoperationcompleted::text from retailasynccustomerv2"))
                .containsExactly("0");
        assertThat(work.count("customer")).isZero();
    }

    @Test
    void oneOperationThatCannotBeAppliedLeavesAllOpen() {
        CustomerOperation broken = OperationFixtures.creation(
                UUID.randomUUID(), OperationFixtures.profile(null, null, "ann@example.com"), null);

        work.stage(Stream.concat(Stream.generate(OperationFixtures::creation).limit(3), Stream.of(broken))
                .toList());

        assertThat(work.count("open_operation")).isEqualTo(4);
        assertThat(work.count("customer")).isZero();
        assertThat(run().customers()).isEqualTo(3);
        assertThat(work.texts("select status from open_operation")).containsExactly("FAILED");
    }

    @Test
    void anEarlyOperationWaitsAndIsAppliedInOrder() {
        UUID id = UUID.randomUUID();
        work.stage(List.of(email(id, 2, "b@example.com")));
        assertThat(work.count("open_operation")).isEqualTo(1);

        work.stage(List.of(
                OperationFixtures.creation(id, OperationFixtures.profile("Ann", "Lee", "ann@example.com"), null)));
        assertThat(work.count("open_operation")).isEqualTo(2);
        run();

        assertThat(work.texts("select email from customer")).containsExactly("b@example.com");
        assertThat(work.count("open_operation")).isZero();
    }

    @Test
    void aFailureOfTheDatabaseLosesNoOperation() {
        CustomerOperation creation = OperationFixtures.creation();
        work.breakCustomer(creation.asyncCustomerId());

        work.stage(List.of(creation, OperationFixtures.creation()));

        assertThat(work.count("open_operation")).isEqualTo(2);
        assertThat(work.count("customer")).isZero();
        assertThat(run().customers()).isEqualTo(1);
        work.repairCustomers();
    }

    @Test
    void withoutNumbersOperationsStayOpen() {
        work.numbersUpTo(1);

        work.stage(Stream.generate(OperationFixtures::creation).limit(2).toList());

        assertThat(work.count("open_operation")).isEqualTo(2);
        assertThat(work.count("customer")).isZero();
    }

    @Test
    void theConversionIsPartOfTheHistoryOfTheJob() {
        work.stage(List.of(OperationFixtures.creation()));

        assertThat(work.number("select count(*) from batch_job where job = '" + BatchJobSettings.SYNCHRONIZE
                        + "' and last_run_at > now() - interval '1 minute'"))
                .isEqualTo(1);
    }
}
