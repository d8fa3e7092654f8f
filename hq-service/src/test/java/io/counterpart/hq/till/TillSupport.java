package io.counterpart.hq.till;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.session.ChannelReport.TillState;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.TestDriver;

/** Base class of tests with tills that their channel databases report. */
abstract class TillSupport {

    static final String PATH = "/api/v1/tills";

    final Instant now = Instant.now();

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    @Autowired
    MockMvcTester http;

    @Autowired
    ApplicationContext context;

    String program = "";

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        program = work.bearer(TokenRole.HQ_API, null);
    }

    void token(String channel, String device) {
        work.jdbcUpdate("""
                insert into device_token (sha256, device, role, channel) values ('%1$s %2$s', '%2$s', 'TILL', '%1$s')
                """.formatted(channel, device));
    }

    void report(String channelDatabase, TillState @Nullable ... tills) {
        var heartbeat = new ChannelReport.Heartbeat(
                1,
                channelDatabase,
                now,
                0,
                null,
                false,
                Map.of(),
                1,
                null,
                0L,
                null,
                null,
                null,
                null,
                tills == null ? null : Arrays.asList(tills),
                null);
        ReflectionTestUtils.invokeMethod(
                context.getBean("sessionListener"),
                "on",
                List.of(TestDriver.record(channelDatabase, work.json(heartbeat), 0)));
    }

    /** A till without issues. */
    TillState till(String channel, String device) {
        return new TillState(channel, device, "1.4.2", now.minusSeconds(20), 3, 0, 0, null, true);
    }

    TillState unsent(String channel, String device, int unsent, Duration age) {
        return new TillState(channel, device, "1.4.2", now.minusSeconds(20), 3, unsent, 0, now.minus(age), true);
    }

    TillState refused(String channel, String device) {
        return new TillState(channel, device, "1.4.2", now.minusSeconds(20), 0, 0, 1, now.minusSeconds(60), null);
    }

    TillState clock(String channel, String device, long skew) {
        return new TillState(channel, device, "1.4.2", now.minusSeconds(20), skew, 0, 0, null, null);
    }

    TillState heard(String channel, String device, Instant at) {
        return new TillState(channel, device, "1.4.1", at, 0, 0, 0, null, null);
    }

    List<String> devices(String query) {
        return items(query)
                .valueStream()
                .map(it -> it.path("device").asString())
                .toList();
    }

    JsonNode items(String query) {
        return work.tree(client.get(program, PATH + query)).path("items");
    }
}
