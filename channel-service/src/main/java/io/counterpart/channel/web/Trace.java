package io.counterpart.channel.web;

import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * The W3C trace of a request: the caller's where it sent one, else a new one. Travels with the operation to HQ and back.
 */
public final class Trace {

    static final String HEADER = "traceparent";
    private static final String TRACE_ID = "traceId";
    private static final Pattern TRACEPARENT =
            Pattern.compile("00-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}");

    private Trace() {}

    /** The trace context of the request that this thread works on. */
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
