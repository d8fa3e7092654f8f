package io.counterpart.channel.headquarters;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

import io.counterpart.channel.configuration.ChannelProperties;
import io.counterpart.channel.headquarters.HeadquartersAnswer.Given;
import io.counterpart.channel.headquarters.HeadquartersAnswer.Refused;
import io.counterpart.channel.headquarters.HeadquartersAnswer.Unreachable;
import io.counterpart.channel.web.Trace;
import io.counterpart.channel.wire.WireJson;
import io.counterpart.contract.realtime.CreateOrder;
import io.counterpart.contract.realtime.CreateOrder.OrderCreated;
import io.counterpart.contract.realtime.FindCustomers;
import io.counterpart.contract.realtime.FindCustomers.Found;
import io.counterpart.contract.realtime.IssueLoyaltyCard;
import io.counterpart.contract.realtime.IssueLoyaltyCard.LoyaltyCard;

/** The Real-time service over HTTP; after a few calls without an answer it is left alone for two seconds. */
@Component
class HttpHeadquarters implements Headquarters {

    private static final Logger log = LoggerFactory.getLogger(HttpHeadquarters.class);
    private static final Duration CONNECT = Duration.ofMillis(300);
    private static final long PATIENCE_MILLIS = 1_200;

    private final ChannelProperties properties;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();
    private final CircuitBreaker breaker = CircuitBreaker.of(
            "headquarters-questions",
            CircuitBreakerConfig.custom()
                    .slidingWindowSize(5)
                    .minimumNumberOfCalls(3)
                    .waitDurationInOpenState(Duration.ofSeconds(2))
                    .permittedNumberOfCallsInHalfOpenState(1)
                    .build());

    HttpHeadquarters(ChannelProperties properties) {
        this.properties = properties;
    }

    @Override
    public HeadquartersAnswer<Found> find(FindCustomers search) {
        return ask("/customers/search", search, Found.class);
    }

    @Override
    public HeadquartersAnswer<LoyaltyCard> issue(IssueLoyaltyCard card) {
        return ask("/loyalty-cards", card, LoyaltyCard.class);
    }

    @Override
    public HeadquartersAnswer<OrderCreated> create(CreateOrder order) {
        return ask("/orders", order, OrderCreated.class);
    }

    private <T> HeadquartersAnswer<T> ask(String path, Object question, Class<T> type) {
        if (!breaker.tryAcquirePermission()) {
            return new Unreachable<>();
        }
        long begun = System.nanoTime();
        try {
            HeadquartersAnswer<T> answer = understand(send(request(path, question)), type);
            breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
            return answer;
        } catch (IOException e) {
            breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, e);
            log.info("Headquarters did not answer at {}: {}", path, e.getMessage());
            return new Unreachable<>();
        }
    }

    private HttpRequest request(String path, Object question) {
        var request = HttpRequest.newBuilder(properties.hqUrl().resolve("/realtime/v1" + path))
                .header("Authorization", "Bearer " + properties.hqToken())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofByteArray(WireJson.bytes(question)));
        String trace = Trace.traceparent();
        return (trace == null ? request : request.header("traceparent", trace)).build();
    }

    // The time-out of a request ends with its headers; this one covers the body too.
    private HttpResponse<byte[]> send(HttpRequest request) throws IOException {
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(request, BodyHandlers.ofByteArray());
        try {
            return answer.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException e) {
            answer.cancel(true);
            throw new IOException(e.getClass().getSimpleName(), e);
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while asking", e);
        }
    }

    private static <T> HeadquartersAnswer<T> understand(HttpResponse<byte[]> answer, Class<T> type)
            throws IOException {
        int status = answer.statusCode();
        try {
            if (status >= 200 && status < 300) {
                return new Given<>(WireJson.read(answer.body(), type));
            }
            if (status == 400 || status == 404 || status == 409 || status == 422) {
                return new Refused<>(WireJson.read(answer.body(), Refusal.class).words());
            }
        } catch (JacksonException e) {
            throw new IOException("An answer that is no JSON of the contract", e);
        }
        if (status == 401 || status == 403) {
            log.error("Headquarters does not accept the token of this channel database (HTTP {})", status);
        }
        throw new IOException("HTTP " + status);
    }
}
