package io.counterpart.hq.synchronization;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

/** Base class of tests that run Synchronize themselves. */
abstract class SynchronizationSupport {

    @Autowired
    SynchronizationJob job;

    @Autowired
    SynchronizationBatch batch;

    @Autowired
    TestDriver work;

    @BeforeEach
    void clear() {
        work.clear();
    }

    SynchronizationReport run() {
        return job.run(() -> {});
    }

    static CustomerOperation email(UUID customer, int number, String email) {
        return OperationFixtures.edit(customer, number, new FieldChange("email", before(number), email));
    }

    static String before(int number) {
        return List.of("", "", "ann@example.com", "b@example.com", "c@example.com")
                .get(number);
    }
}
