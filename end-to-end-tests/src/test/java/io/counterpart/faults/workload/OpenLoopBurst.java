package io.counterpart.faults.workload;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import tools.jackson.databind.json.JsonMapper;

import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationOutcome;
import io.counterpart.faults.history.OperationRequest;

/** Creations at a fixed rate, whether or not the service can keep up. */
public final class OpenLoopBurst {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final OperationHistory history = new OperationHistory();
    private final Random random = new Random(4);
    private final CustomerPopulation population;
    private final URI address;
    private final String token;

    public OpenLoopBurst(long seed, URI address, String token) {
        this.population = new CustomerPopulation(seed);
        this.address = address;
        this.token = token;
    }

    public OperationHistory history() {
        return history;
    }

    /** The prefix of every marker. */
    public String prefix() {
        return population.prefix();
    }

    /** Sends sequential requests: the performance for a single client. */
    public List<TimedResponse> inTurn(int times) {
        var answers = new ArrayList<TimedResponse>();
        for (int i = 0; i < times; i++) {
            answers.add(create().join());
        }
        return answers;
    }

    /** Sends this many requests each second, regardless of their results; returns when all are answered. */
    public List<TimedResponse> at(int perSecond, Duration length) throws InterruptedException {
        var answers = new ArrayList<CompletableFuture<TimedResponse>>();
        long start = System.nanoTime();
        long count = perSecond * length.toSeconds();
        for (long i = 0; i < count; i++) {
            long due = start + i * TimeUnit.SECONDS.toNanos(1) / perSecond;
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            answers.add(create());
        }
        return answers.stream().map(CompletableFuture::join).toList();
    }

    private CompletableFuture<TimedResponse> create() {
        var creation = CreateRequest.of(population.nextMarker(), random);
        OperationHistory.PendingOperation act =
                history.begin("harbor/burst", new OperationRequest.Create(creation.marker(), creation.fields()));
        HttpRequest request = HttpRequest.newBuilder(address.resolve("/api/v1/customers/" + UUID.randomUUID()))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofByteArray(JsonMapper.shared().writeValueAsBytes(creation.body())))
                .build();
        long begin = System.nanoTime();
        return http.sendAsync(request, BodyHandlers.discarding()).handle((response, failure) -> {
            act.end(outcome(response), null);
            return new TimedResponse(
                    response == null ? 0 : response.statusCode(),
                    response != null
                            && response.headers().firstValue("Retry-After").isPresent(),
                    Duration.ofNanos(System.nanoTime() - begin));
        });
    }

    // A 503 may have been returned in the middle of a commit.
    private static OperationOutcome outcome(@org.jspecify.annotations.Nullable HttpResponse<Void> response) {
        return response != null && response.statusCode() == 201
                ? OperationOutcome.ACKNOWLEDGED
                : OperationOutcome.UNKNOWN;
    }

    /** A response with its duration; status 0: there was none. */
    public record TimedResponse(int status, boolean retryAfter, Duration took) {}
}
