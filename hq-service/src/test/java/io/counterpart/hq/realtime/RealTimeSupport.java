package io.counterpart.hq.realtime;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.TestDriver;

/** Base class of tests that call the Real-time service. */
abstract class RealTimeSupport {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    String harbor = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        harbor = work.bearer(TokenRole.CHANNEL_DATABASE, "harbor");
    }

    MvcTestResult send(CustomerOperation operation) {
        return send(work.json(operation), harbor);
    }

    MvcTestResult send(String json, String bearer) {
        return http.post()
                .uri("/realtime/v1/operations")
                .header(HttpHeaders.AUTHORIZATION, bearer)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json)
                .exchange();
    }
}
