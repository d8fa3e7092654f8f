package io.counterpart.channel.web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

class TraceTests {

    private static final String GIVEN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @AfterEach
    void end() {
        Trace.end();
        assertThat(Trace.traceparent()).isNull();
    }

    @Test
    void goesOnWithTheTraceOfTheCaller() {
        assertThat(Trace.begin(GIVEN)).isEqualTo(GIVEN);
        assertThat(MDC.get("traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void beginsATraceWhereTheCallerSentNoneOrNonsense() {
        assertThat(Trace.begin(null)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(Trace.begin("00-zz")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }
}
