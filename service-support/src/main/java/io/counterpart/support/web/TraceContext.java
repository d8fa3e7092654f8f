package io.counterpart.support.web;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The W3C trace context of a request: the caller's if it sent one, otherwise a new one. It is passed with the operation
 * to headquarters and back, and its trace id appears in logs and problem details.
 */
public final class TraceContext {

    static final String HEADER = "traceparent";
    private static final String TRACE_ID = "traceId";
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private TraceContext() {}

    /** The trace context of the request that this thread handles. */
    public static @Nullable String traceparent() {
        return MDC.get(HEADER);
    }

    static String begin(@Nullable String fromCaller) {
        String traceparent =
                fromCaller != null && TRACEPARENT.matcher(fromCaller).matches() ? fromCaller : fresh();
        MDC.put(HEADER, traceparent);
        MDC.put(TRACE_ID, traceparent.substring(3, 35));
        return traceparent;
    }

    static void end() {
        MDC.remove(HEADER);
        MDC.remove(TRACE_ID);
    }

    private static String fresh() {
        var random = ThreadLocalRandom.current();
        return "00-" + hex(random.nextLong()) + hex(random.nextLong()) + "-" + hex(random.nextLong() | 1) + "-01";
    }

    private static String hex(long value) {
        String digits = Long.toHexString(value);
        return "0".repeat(16 - digits.length()) + digits;
    }
}
