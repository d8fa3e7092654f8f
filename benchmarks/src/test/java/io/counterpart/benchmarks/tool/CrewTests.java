package io.counterpart.benchmarks.tool;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.stack.process.StackFailure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A measure that failed leaves nobody behind who still works when the next one begins. */
@Timeout(10)
class CrewTests {

    private final AtomicInteger working = new AtomicInteger();
    private final AtomicLong done = new AtomicLong();

    @Test
    void aClosedLoopEndsWithTheClientThatFails() {
        var loop = new ClosedLoop(4, Duration.ofMinutes(1));

        assertThatThrownBy(() -> loop.run(Refused::new))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("answered with 503");
        assertThat(working).hasValue(0);
    }

    @Test
    void anOpenLoopEndsWithTheClientThatFails() {
        var loop = new OpenLoop(100, Duration.ofMinutes(1), 4);

        assertThatThrownBy(() -> loop.run(RefusedWhenDue::new, 99))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("answered with 503");
        assertThat(working).hasValue(0);
    }

    private void work() throws IOException {
        if (done.incrementAndGet() == 20) {
            throw new IOException("A create was answered with 503");
        }
    }

    private class Refused implements ClosedLoop.Client {

        Refused() {
            working.incrementAndGet();
        }

        @Override
        public void once(long number) throws IOException {
            work();
        }

        @Override
        public void close() {
            working.decrementAndGet();
        }
    }

    private class RefusedWhenDue implements OpenLoop.Client {

        RefusedWhenDue() {
            working.incrementAndGet();
        }

        @Override
        public String once(long number) throws IOException {
            work();
            return "";
        }

        @Override
        public void close() {
            working.decrementAndGet();
        }
    }
}
