package io.counterpart.hq.realtime;

import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.TestDriver;

/** Base class of tests with customers who order. */
abstract class RealTimeOrderSupport {

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    final UUID customer = UUID.randomUUID();
    String harbor = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        harbor = work.bearer(TokenRole.CHANNEL_DATABASE, "harbor");
    }
}
