package io.counterpart.channel.realtime;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.transaction.support.TransactionSynchronizationManager;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.realtime.RealTimeResult.Done;
import io.counterpart.channel.realtime.RealTimeResult.Refused;
import io.counterpart.channel.realtime.RealTimeResult.TooEarly;
import io.counterpart.channel.realtime.RealTimeResult.Unreachable;
import io.counterpart.channel.testing.StubRealTimeService;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.snapshot.CustomerSnapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class RealTimeServiceTests {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final StubRealTimeService hq = new StubRealTimeService();
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void stop() throws IOException {
        hq.close();
    }

    @Test
    void bringsWhatHeadquartersDid() {
        hq.behave(hq.doing());
        CustomerOperation operation = operation();

        var answer = service(hq.url()).apply(operation);

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Done.class,
                        done -> assertThat(((CustomerSnapshot) done.value()).asyncCustomerId())
                                .isEqualTo(operation.asyncCustomerId()));
        assertThat(hq.receivedRequests()).containsExactly(operation);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void passesOnTheRejectionMessageOfHeadquarters(int status) {
        hq.behave(StubRealTimeService.refusing(status, "headquarters-refused", "The country is unknown."));

        assertThat(service(hq.url()).apply(operation())).isEqualTo(new Refused<>("why", "The country is unknown."));
    }

    @Test
    void reportsACustomerUnknownToHeadquarters() {
        hq.behave(StubRealTimeService.refusing(404, "customer-not-found", "Customer not found."));

        assertThat(service(hq.url()).apply(operation())).isEqualTo(new Refused<>("why", "Customer not found."));
    }

    @Test
    void reportsAnEarlierOperationInFlight() {
        hq.behave(StubRealTimeService.refusing(409, "operation-too-early", "An earlier change is on its way"));

        assertThat(service(hq.url()).apply(operation())).isEqualTo(new TooEarly<>());
    }

    static Stream<StubRealTimeService.Behaviour> silences() {
        return Stream.of(
                StubRealTimeService.hanging(),
                StubRealTimeService.endless(),
                StubRealTimeService.cuttingOff(),
                StubRealTimeService.silent(),
                StubRealTimeService.status(503, "{}"),
                StubRealTimeService.status(500, "oops"),
                StubRealTimeService.status(502, "<html>"),
                StubRealTimeService.status(401, "{}"),
                StubRealTimeService.status(403, "{}"),
                StubRealTimeService.status(404, "{}"),
                StubRealTimeService.refusing(404, "not-found", "Nothing here"),
                StubRealTimeService.status(302, ""),
                StubRealTimeService.status(422, "<html>a proxy</html>"),
                StubRealTimeService.status(422, "{\"message\": \"not in HQ's form\"}"),
                StubRealTimeService.status(200, "{\"schemaVersion\":"),
                StubRealTimeService.status(200, "null"),
                StubRealTimeService.status(200, ""));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void takesWhateverIsNoAnswerForSilenceWithinTwoSeconds(StubRealTimeService.Behaviour silence) {
        hq.behave(silence);
        Instant start = Instant.now();

        assertThat(service(hq.url()).apply(operation())).isInstanceOf(Unreachable.class);

        assertThat(Duration.between(start, Instant.now())).isLessThan(PATIENCE);
    }

    @Test
    void knowsWhenTheRequestCannotHaveArrived() throws IOException {
        URI nobody = hq.url();
        hq.close();

        var refused = service(nobody).apply(operation());
        var unresolved = service(URI.create("http://no-such-host.invalid:8080")).apply(operation());

        assertThat(refused).isEqualTo(new Unreachable<>("No connection to headquarters", false));
        assertThat(unresolved).isInstanceOf(Unreachable.class);
    }

    @Test
    void knowsThatARequestWhoseAnswerWasLostMayBeDone() {
        hq.behave(StubRealTimeService.cuttingOff());

        var answer = service(hq.url()).apply(operation());

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Unreachable.class, lost -> assertThat(lost.mayBeDone()).isTrue());
    }

    @Test
    void triesAConnectionThatBreaksAtOnceASecondTimeWithTheSameOperation() {
        hq.behave(
                (operation, in, out) -> (hq.receivedRequests().size() == 1 ? StubRealTimeService.silent() : hq.doing())
                        .answer(operation, in, out));
        CustomerOperation operation = operation();

        assertThat(service(hq.url()).apply(operation)).isInstanceOf(Done.class);
        assertThat(hq.receivedRequests()).containsExactly(operation, operation);
    }

    @Test
    void opensTheBreakerAfterAFewSilencesAndClosesItByItself() {
        CircuitBreaker breaker = breaker();
        RealTimeService service = service(hq.url(), breaker, 64);
        hq.behave(StubRealTimeService.status(503, "{}"));

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
        hq.behave(StubRealTimeService.refusing(422, "headquarters-refused", "No"));

        IntStream.range(0, 20).forEach(i -> service.apply(operation()));

        assertThat(breaker.getState()).isEqualTo(CircuitBreaker.State.CLOSED);
    }

    @Test
    void doesNotLetMoreWaitThanThereArePlaces() throws InterruptedException {
        RealTimeService service = service(hq.url(), breaker(), 1);
        var arrived = new CountDownLatch(1);
        hq.behave((operation, in, out) -> {
            arrived.countDown();
            StubRealTimeService.hanging().answer(operation, in, out);
        });
        var first = CompletableFuture.supplyAsync(() -> service.apply(operation()));
        assertThat(arrived.await(5, TimeUnit.SECONDS)).isTrue();

        var second = service.apply(operation());

        assertThat(second).isEqualTo(new Unreachable<>("Too many calls are waiting for headquarters", false));
        assertThat(hq.receivedRequests()).hasSize(1);
        assertThat(first.join()).isInstanceOf(Unreachable.class);
    }

    @Test
    void isNotAskedInsideATransaction() {
        RealTimeService service = service(hq.url());
        TransactionSynchronizationManager.setActualTransactionActive(true);
        try {
            assertThatThrownBy(() -> service.apply(operation())).isInstanceOf(IllegalStateException.class);
        } finally {
            TransactionSynchronizationManager.setActualTransactionActive(false);
        }
        assertThat(hq.receivedRequests()).isEmpty();
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

    private RealTimeService service(URI url) {
        return service(url, breaker(), 64);
    }

    private RealTimeService service(URI url, CircuitBreaker breaker, int callsAtOnce) {
        var properties = properties(callsAtOnce);
        var exchange =
                new RealTimeConfiguration().realTimeExchange(new ChannelProperties("it", url, "token"), properties);
        return new CircuitBreakingRealTimeService(exchange, breaker, properties, new RealTimeMetrics(meters, breaker));
    }

    private static CircuitBreaker breaker() {
        return new RealTimeConfiguration().realTimeBreaker(properties(64));
    }

    private static RealTimeProperties properties(int callsAtOnce) {
        return new RealTimeProperties(
                Duration.ofMillis(300), Duration.ofMillis(1200), callsAtOnce, 10, 5, Duration.ofMillis(500));
    }

    private static CustomerOperation operation() {
        return new CustomerOperation(
                1,
                UUID.randomUUID(),
                "it",
                "HARBOR",
                UUID.randomUUID(),
                null,
                2,
                null,
                null,
                Instant.parse("2026-01-01T00:00:00Z"),
                new OperationBody.SetAffiliations(List.of(), List.of("VIP")));
    }
}
