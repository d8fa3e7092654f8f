package io.counterpart.channel.customer;

import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.StatementCounter;
import io.counterpart.channel.warmup.WarmUpStep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** The warm-up exercises a complete creation and leaves nothing behind. */
class WarmUpIT extends ChannelServiceContext {

    @Autowired
    List<WarmUpStep> steps;

    @Autowired
    MeterRegistry meters;

    @Test
    void leavesNothingBehind() {
        assertThat(steps).hasSizeGreaterThan(1);
        String self = Thread.currentThread().getName();
        List<String> used = statements.during(
                thread -> thread.equals(self) || StatementCounter.answersRequests(thread), this::runAll);

        assertThat(String.join("\n", used)).contains("device_token", "insert into async_operation", "tsquery");
        assertThat(count("customer where created_in_channel = 'warm-up'")).isZero();
        assertThat(count("async_operation where payload::text like '%warm.up@example.com%'"))
                .isZero();
        assertThat(meters.find("counterpart.customer.creations")
                        .tag("channel", "warm-up")
                        .counters())
                .isEmpty();
    }

    private void runAll() {
        for (WarmUpStep step : steps) {
            assertThatCode(step::run).doesNotThrowAnyException();
        }
    }

    private long count(String what) {
        Long rows = jdbc.queryForObject("select count(*) from " + what, Long.class);
        return rows == null ? -1 : rows;
    }
}
