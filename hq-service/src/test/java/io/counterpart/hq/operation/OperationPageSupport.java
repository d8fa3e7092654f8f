package io.counterpart.hq.operation;

import org.assertj.core.api.AbstractStringAssert;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Base class of tests of the page of an operation. */
abstract class OperationPageSupport {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    @Autowired
    OperationEditService repair;

    @BeforeEach
    void clear() {
        work.clear();
        work.jdbcUpdate(
                "insert into customer_group (name, description) values ('RETAIL', 'Retail') on conflict do nothing");
    }

    MvcTestResultAssert post(CustomerOperation operation, String act, String... form) {
        var request = http.post()
                .uri("/synchronization/" + operation.operationId() + act)
                .with(csrf())
                .with(user("somebody").roles("OPERATOR"));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return assertThat(request.exchange()).hasStatus(HttpStatus.FOUND);
    }

    AbstractStringAssert<?> assertPage(CustomerOperation operation) {
        return assertThat(http.get()
                        .uri("/synchronization/" + operation.operationId())
                        .with(user("somebody").roles("OPERATOR"))
                        .accept("text/html"))
                .hasStatus(HttpStatus.OK)
                .bodyText();
    }
}
