package io.counterpart.channel.realtime;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.junit.jupiter.api.Test;

import io.counterpart.channel.realtime.RealTimeResult.Done;
import io.counterpart.channel.realtime.RealTimeResult.Unreachable;
import io.counterpart.channel.testing.RealTimeBehaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class RealTimeBreakerTests extends RealTimeServiceContext {

    @Test
    void opensTheBreakerAfterAFewSilencesAndClosesItByItself() {
        CircuitBreaker breaker = breaker();
        RealTimeService service = service(hq.url(), breaker, 64);
        hq.behave(RealTimeBehaviour.status(503, "{}"));

        IntStream.range(0, 5).forEach(i -> service.apply(operation()));

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.OPEN);
        int asked = hq.receivedRequests().size();
        assertThat(service.apply(operation())).isInstanceOf(Unreachable.class);
        assertThat(hq.receivedRequests()).hasSize(asked);
        assertThat(meters.get("counterpart.realtime.breaker")
                        .tag("state", "OPEN")
                        .gauge()
                        .value())
                .isEqualTo(1);

        hq.behave(hq.doing());
        await().atMost(Duration.ofSeconds(10)).until(() -> service.apply(operation()) instanceof Done);
        await().atMost(Duration.ofSeconds(10)).until(() -> {
            service.apply(operation());
            return breaker.getState() == CircuitBreaker.State.CLOSED;
        });
    }

    @Test
    void aNoDoesNotOpenTheBreaker() {
        CircuitBreaker breaker = breaker();
        RealTimeService service = service(hq.url(), breaker, 64);
        hq.behave(RealTimeBehaviour.refusing(422, "headquarters-refused", "No"));

        IntStream.range(0, 20).forEach(i -> service.apply(operation()));

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void doesNotLetMoreWaitThanThereArePlaces() throws InterruptedException {
        RealTimeService service = service(hq.url(), breaker(), 1);
        var arrived = new CountDownLatch(1);
        hq.behave((operation, in, out) -> {
            arrived.countDown();
            RealTimeBehaviour.hanging().answer(operation, in, out);
        });
        var first = CompletableFuture.supplyAsync(() -> service.apply(operation()));
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

        var second = service.apply(operation());

        assertThat(second).isEqualTo(new Unreachable<>("Too many calls are waiting for headquarters", false));
        assertThat(hq.receivedRequests()).hasSize(1);
        assertThat(first.join()).isInstanceOf(Unreachable.class);
    }

    @Test
    void countsCallsByWhatCameOfThem() {
        hq.behave(hq.doing());
        RealTimeService service = service(hq.url());

        service.apply(operation());

        assertThat(meters.get("counterpart.realtime.calls")
                        .tag("outcome", "Done")
                        .timer()
                        .count())
                .isEqualTo(1);
    }
}
