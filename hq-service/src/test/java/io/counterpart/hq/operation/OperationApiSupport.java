package io.counterpart.hq.operation;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

/** Base class of tests of the API of operations. */
abstract class OperationApiSupport {

    static final String PATH = "/api/v1/synchronization-operations";

    @Autowired
    MockMvcTester http;

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

    MvcTestResult get(String path) {
        return http.get().uri(path).header(HttpHeaders.AUTHORIZATION, operator).exchange();
    }
}
