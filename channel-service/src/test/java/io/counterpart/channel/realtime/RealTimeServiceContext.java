package io.counterpart.channel.realtime;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.testing.StubRealTimeService;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.OperationBody;

/** The client of the Real-time service and a stub of HQ. */
abstract class RealTimeServiceContext {

    final StubRealTimeService hq = new StubRealTimeService();
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();

    @AfterEach
    void stop() throws IOException {
        hq.close();
    }

    RealTimeService service(URI url) {
        return service(url, breaker(), 64);
    }

    RealTimeService service(URI url, CircuitBreaker breaker, int callsAtOnce) {
        return service(List.of(url), breaker, callsAtOnce);
    }

    RealTimeService service(List<URI> urls, CircuitBreaker breaker, int callsAtOnce) {
        var properties = properties(callsAtOnce);
        var exchange = new RealTimeConfiguration()
                .realTimeExchange(
                        new ChannelProperties("it", urls, "token"),
                        properties,
                        ObservationRegistry.NOOP,
                        new DefaultSslBundleRegistry());
        return new RealTimeService(exchange, breaker, properties, new RealTimeMetrics(meters, breaker));
    }

    static CircuitBreaker breaker() {
        return new RealTimeConfiguration().realTimeBreaker(properties(64));
    }

    static RealTimeProperties properties(int callsAtOnce) {
        return new RealTimeProperties(
                Duration.ofMillis(300), Duration.ofMillis(1200), callsAtOnce, 10, 5, Duration.ofMillis(500), null);
    }

    static CustomerOperation operation() {
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
