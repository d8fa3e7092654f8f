package io.counterpart.hq.operation;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

/** Base class of tests of decisions about failed operations. */
abstract class OperationDecisionSupport {

    static final String PATH = "/api/v1/synchronization-operations";

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    String operator = "";

    @BeforeEach
    void clear() {
        work.clear();
        operator = work.bearer(TokenRole.HQ_API, null);
    }

    static CustomerOperation broken() {
        return OperationFixtures.creation(
                UUID.randomUUID(), OperationFixtures.profile(null, null, "a@example.com"), null);
    }
}
