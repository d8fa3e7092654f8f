package io.counterpart.hq.operation.bulk;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A bulk repair of possible duplicates: the preview changes nothing, and the run does what it said. */
@HqManualContext
class BulkDuplicatesIT {

    @Autowired
    BulkRepairService repairs;

    @Autowired
    BulkRepairWorker worker;

    @Autowired
    TestDriver work;

    private final CustomerOperation first = OperationFixtures.creation();
    private final CustomerOperation second = OperationFixtures.creation();
    private final CustomerOperation third = OperationFixtures.creation();

    @BeforeEach
    void twoLikeTheFirst() {
        work.clear();
        work.jdbcUpdate("update duplicate_policy set mode = 'FLAG'");
        work.stage(List.of(first));
        work.synchronize();
        work.stage(List.of(second, third));
        work.synchronize();
        assertThat(work.texts("select error_code from open_operation")).containsOnly("possible-duplicate");
    }

    @Test
    void previewsThatPossibleDuplicatesFailAgain() {
        BulkRepairPreview preview = repairs.preview(planned(null));

        assertThat(preview.wouldSucceed()).isZero();
        assertThat(preview.reasons())
                .singleElement()
                .satisfies(it -> assertThat(it.reason()).startsWith("Possible duplicate of C-0000001"));
    }

    @Test
    void mergesEachIntoTheOneCustomerThatMatches() {
        UUID repair = planned(DuplicateResolution.MERGE);

        assertThat(repairs.preview(repair).wouldSucceed()).isEqualTo(2);
        assertThat(work.count("customer_alias")).isZero();
        run(repair);

        assertThat(repairs.find(repair).succeeded()).isEqualTo(2);
        assertThat(work.texts("select alias::text from customer_alias"))
                .containsExactlyInAnyOrder(
                        second.asyncCustomerId().toString(),
                        third.asyncCustomerId().toString());
        assertThat(work.texts("select actor from audit_entry where action = 'link'"))
                .containsExactly("operator", "operator");
    }

    @Test
    void createsAllAsNewCustomers() {
        UUID repair = planned(DuplicateResolution.CREATE);

        assertThat(repairs.preview(repair).wouldSucceed()).isEqualTo(2);
        assertThat(work.count("customer")).isOne();
        run(repair);

        assertThat(repairs.find(repair).isSurprising()).isFalse();
        assertThat(work.texts("select account_number from customer order by 1"))
                .containsExactly("C-0000001", "C-0000002", "C-0000003");
    }

    private UUID planned(@Nullable DuplicateResolution resolution) {
        return repairs.ofTicked(
                List.of(second.operationId(), third.operationId()), new BulkEdit(null, null, resolution), "operator");
    }

    private void run(UUID repair) {
        assertThat(repairs.start(repair, 500)).isTrue();
        worker.start(repairs.find(repair));
        await().until(() -> repairs.find(repair).finishedAt() != null);
    }
}
