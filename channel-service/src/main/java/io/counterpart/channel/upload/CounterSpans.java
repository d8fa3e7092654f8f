package io.counterpart.channel.upload;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.session.ChannelReport.CounterSpan;

/** The replication counters of an upload session as spans of consecutive ones. */
final class CounterSpans {

    // Bounds a report to some 30 kB.
    static final int MOST = 1000;

    private CounterSpans() {}

    /** @param counters in ascending order */
    static List<CounterSpan> of(List<Long> counters) {
        return merged(counters.stream().map(it -> new CounterSpan(it, it)).toList());
    }

    static List<CounterSpan> join(@Nullable List<CounterSpan> some, List<CounterSpan> others) {
        return merged(Stream.concat(Objects.requireNonNullElse(some, List.<CounterSpan>of()).stream(), others.stream())
                .sorted(Comparator.comparingLong(CounterSpan::from))
                .toList());
    }

    /** Null if there is one span, which the first and last counter describe, or too many. */
    static @Nullable List<CounterSpan> reported(@Nullable List<CounterSpan> spans) {
        return spans == null || spans.size() < 2 || spans.size() > MOST ? null : spans;
    }

    private static List<CounterSpan> merged(List<CounterSpan> sorted) {
        var spans = new ArrayList<CounterSpan>();
        for (CounterSpan next : sorted) {
            CounterSpan last = spans.isEmpty() ? null : spans.get(spans.size() - 1);
            if (last != null && next.from() <= last.to() + 1) {
                spans.set(spans.size() - 1, new CounterSpan(last.from(), Math.max(last.to(), next.to())));
            } else {
                spans.add(next);
            }
        }
        return List.copyOf(spans);
    }
}
