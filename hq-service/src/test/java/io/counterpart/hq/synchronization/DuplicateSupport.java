package io.counterpart.hq.synchronization;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

/** Base class of tests that create the same customer twice. */
abstract class DuplicateSupport {

    @Autowired
    SynchronizationJob job;

    @Autowired
    SynchronizationBatch batch;

    @Autowired
    TestDriver work;

    final UUID first = UUID.randomUUID();
    final UUID second = UUID.randomUUID();

    @BeforeEach
    void clear() {
        work.clear();
    }

    static CustomerOperation person(UUID id, String firstName, @Nullable String email, @Nullable String phone) {
        var profile = new CustomerProfile(
                CustomerType.PERSON, null, firstName, null, "Lee", null, email, phone, null, null, null, null, null);
        return OperationFixtures.creation(id, profile, null);
    }

    void policy(String mode) {
        work.jdbcUpdate("update duplicate_policy set mode = '%s'".formatted(mode));
    }

    SynchronizationReport run() {
        return job.run(() -> {});
    }
}
