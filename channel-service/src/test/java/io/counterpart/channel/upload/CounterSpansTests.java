package io.counterpart.channel.upload;

import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.session.ChannelReport.CounterSpan;

import static org.assertj.core.api.Assertions.assertThat;

class CounterSpansTests {

    @Test
    void areOfConsecutiveCounters() {
        assertThat(CounterSpans.of(List.of(3L, 4L, 5L, 9L, 11L, 12L)))
                .containsExactly(new CounterSpan(3, 5), new CounterSpan(9, 9), new CounterSpan(11, 12));
        assertThat(CounterSpans.of(List.of())).isEmpty();
    }

    @Test
    void growTogether() {
        List<CounterSpan> retried =
                CounterSpans.join(CounterSpans.of(List.of(7L, 8L)), CounterSpans.of(List.of(5L, 6L)));

        assertThat(retried).containsExactly(new CounterSpan(5, 8));
        assertThat(CounterSpans.join(retried, CounterSpans.of(List.of(20L))))
                .containsExactly(new CounterSpan(5, 8), new CounterSpan(20, 20));
        assertThat(CounterSpans.join(null, retried)).isEqualTo(retried);
    }

    @Test
    void areReportedOnlyWhereTheyLeaveCountersOut() {
        assertThat(CounterSpans.reported(CounterSpans.of(List.of(3L, 4L)))).isNull();
        assertThat(CounterSpans.reported(CounterSpans.of(List.of(3L, 5L)))).hasSize(2);
        List<Long> scattered =
                LongStream.range(0, 1001).map(it -> it * 2).boxed().toList();
        assertThat(CounterSpans.reported(CounterSpans.of(scattered))).isNull();
    }
}
