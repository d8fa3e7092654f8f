package io.counterpart.benchmarks.tool;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.stack.process.StackException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** A failed benchmark leaves no client running when the next one begins. */
@Timeout(10)
class ClientGroupTests {

    private final AtomicInteger working = new AtomicInteger();
    private final AtomicLong done = new AtomicLong();

    @Test
    void aClosedLoopEndsWithTheClientThatFails() {
        var loop = new ClosedLoop(4, Duration.ofMinutes(1));

        assertThatThrownBy(() -> loop.run(FailingClient::new))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("answered with 503");
        assertThat(working).hasValue(0);
    }

    @Test
    void anOpenLoopEndsWithTheClientThatFails() {
        var loop = new OpenLoop(100, Duration.ofMinutes(1), 4);

        assertThatThrownBy(() -> loop.run(FailingScheduledClient::new, 99))
                .isInstanceOf(StackException.class)
                .hasMessageContaining("answered with 503");
        assertThat(working).hasValue(0);
    }

    /** Counts the active clients; the twentieth request of all is refused. */
    private class WorkingClient implements AutoCloseable {

        WorkingClient() {
            working.incrementAndGet();
        }

        String work() throws IOException {
            if (done.incrementAndGet() == 20) {
                throw new IOException("A create was answered with 503");
            }
            return "";
        }

        @Override
        public void close() {
            working.decrementAndGet();
        }
    }

    private class FailingClient extends WorkingClient implements ClosedLoop.Client {

        @Override
        public void run(long number) throws IOException {
            work();
        }
    }

    private class FailingScheduledClient extends WorkingClient implements OpenLoop.Client {

        @Override
        public String run(long number) throws IOException {
            return work();
        }
    }
}
