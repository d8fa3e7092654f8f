package io.counterpart.support.web;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;

import static org.assertj.core.api.Assertions.assertThat;

class TraceContextTests {

    private static final String GIVEN = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @AfterEach
    void end() {
        TraceContext.end();
        assertThat(TraceContext.traceparent()).isNull();
    }

    @Test
    void continuesTheTraceOfTheCaller() {
        assertThat(TraceContext.begin(GIVEN)).isEqualTo(GIVEN);
        assertThat(MDC.get("traceId")).isEqualTo("0af7651916cd43dd8448eb211c80319c");
    }

    @Test
    void startsATraceWhenTheCallerSentNoneOrAnInvalidOne() {
        assertThat(TraceContext.begin(null)).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
        assertThat(TraceContext.begin("00-zz")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-01");
    }
}
