package io.counterpart.hq.synchronization;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.duplicate.Decision;
import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A repair wakes Synchronize, so that what waited behind the operation does not wait for the recurrence. */
@HqManualContext
class RepairThenSynchronizeIT {

    @Autowired
    SynchronizationLoop loop;

    @Autowired
    ImmediateConversion conversion;

    @Autowired
    TestDriver work;

    @BeforeEach
    void synchronizeOnceAnHour() {
        work.clear();
        recurrence("PT1H");
        loop.start();
    }

    @AfterEach
    void stop() {
        loop.stop();
        recurrence("PT1S");
    }

    @Test
    void convertsWhatWaitedBehindARepairedOperation() {
        UUID customer = UUID.randomUUID();
        work.stage(List.of(
                OperationFixtures.creation(customer),
                OperationFixtures.edit(customer, 2, new FieldChange("firstName", "Ann", "x".repeat(101))),
                OperationFixtures.edit(customer, 3, new FieldChange("lastName", "Lee", "Lund"))));
        loop.trigger();
        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() -> assertThat(work.texts("select status from open_operation order by recid"))
                        .containsExactly("FAILED", "WAITING"));
        long failed = work.number("select recid from open_operation where status = 'FAILED'");

        conversion.decide(failed, new Decision(Decision.Kind.IGNORE, null));
        conversion.synchronize(failed);

        await().atMost(Duration.ofSeconds(10))
                .untilAsserted(() ->
                        assertThat(work.texts("select last_name from customer")).containsExactly("Lund"));
    }

    private void recurrence(String recurrence) {
        work.jdbcUpdate("update batch_job set recurrence = '%s' where job = '%s'"
                .formatted(recurrence, BatchJobSettings.SYNCHRONIZE));
        // Forgets the cached settings.
        work.hold(BatchJobSettings.SYNCHRONIZE, false);
    }
}
