package io.counterpart.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.faults.audit.Auditor;
import io.counterpart.faults.check.ConsistencyChecker;
import io.counterpart.faults.system.SystemUnderTest;
import io.counterpart.faults.workload.OpenLoopBurst;
import io.counterpart.faults.workload.OpenLoopBurst.TimedResponse;
import io.counterpart.stack.client.DemoTokens;
import io.counterpart.stack.process.StackPort;

import static org.assertj.core.api.Assertions.assertThat;

/** The channel service while Kafka or its database is unavailable, and the health that it reports. */
@Tag("long")
class DependenciesAwayIT {

    private static final Logger log = LoggerFactory.getLogger(DependenciesAwayIT.class);
    private static final Duration REST = Duration.ofMillis(700);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final SystemUnderTest system = SharedSystemUnderTest.get();

    @AfterEach
    void heal() {
        system.revertFaults();
    }

    @Test
    void creationsGoOnWithoutKafka() throws Exception {
        OpenLoopBurst till = till(31);
        till.inTurn(20);
        system.stack().kill("kafka");

        List<TimedResponse> answers = till.inTurn(50);

        log.info("Without Kafka: slowest of {} creations {} ms", answers.size(), slowest(answers));
        assertThat(answers).extracting(TimedResponse::status).containsOnly(201);
        assertThat(slowest(answers)).isLessThan(1_000);
        assertThat(health("readiness")).isEqualTo(200);
        assertThat(health("liveness")).isEqualTo(200);
        system.revertFaults();
        converge(till);
    }

    @Test
    void asksForPatienceSoonWhenTheDatabaseDied() throws Exception {
        OpenLoopBurst till = till(32);
        till.inTurn(20);
        system.stack().kill("postgres");
        patience("dead", till.inTurn(4));
        recover(till);
    }

    /** The service gets no notification of the frozen database: the pool and the watch detect it. */
    @Test
    void asksForPatienceSoonWhenTheDatabaseStandsStill() throws Exception {
        OpenLoopBurst till = till(33);
        till.inTurn(20);
        system.pause("postgres");
        try {
            Thread.sleep(REST.toMillis());
            patience("standing still", till.inTurn(3));
        } finally {
            system.resume("postgres");
        }
        recover(till);
    }

    /** Requests are in every phase when the database freezes: on their way, in a statement, in a commit. */
    @Test
    void answersWithinThreeSecondsWhateverARequestDoesWhenTheDatabaseFreezes() throws Exception {
        OpenLoopBurst till = till(34);
        till.inTurn(20);
        var loaded = new CompletableFuture<List<TimedResponse>>();
        var load = new Thread(() -> {
            try {
                loaded.complete(till.at(50, Duration.ofSeconds(8)));
            } catch (InterruptedException e) {
                loaded.completeExceptionally(e);
            }
        });
        load.start();
        List<TimedResponse> answers;
        try {
            Thread.sleep(2 * REST.toMillis());
            system.pause("postgres");
            answers = loaded.get(60, TimeUnit.SECONDS);
        } finally {
            system.resume("postgres");
        }
        log.info("Database frozen under 50 creations a second: slowest of {} {} ms", answers.size(), slowest(answers));
        assertThat(answers).extracting(TimedResponse::status).contains(503).isSubsetOf(201, 503);
        assertThat(answers).filteredOn(answer -> answer.status() == 503).allMatch(TimedResponse::retryAfter);
        assertThat(slowest(answers)).isLessThan(3_000);
        recover(till);
    }

    private void patience(String how, List<TimedResponse> answers) throws Exception {
        log.info("Database {}: {}", how, answers);
        assertThat(answers).allSatisfy(answer -> {
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.retryAfter()).isTrue();
        });
        assertThat(slowest(answers)).isLessThanOrEqualTo(PATIENCE.toMillis() + 200);
        assertThat(health("liveness")).isEqualTo(200);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> health("readiness") == 503);
    }

    private void recover(OpenLoopBurst till) throws Exception {
        long start = System.nanoTime();
        system.restart("postgres");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> till.inTurn(1).get(0).status() == 201);
        log.info("Creations go on {} ms after the database was told to", (System.nanoTime() - start) / 1_000_000);
        Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> health("readiness") == 200);
        system.revertFaults();
        converge(till);
    }

    private void converge(OpenLoopBurst till) throws IOException {
        Auditor auditor = system.auditor(till.prefix());
        auditor.awaitQuiescence(Duration.ofSeconds(60));
        assertThat(ConsistencyChecker.check(till.history(), auditor.findings(List.of())))
                .isEmpty();
        assertThat(system.reconcile()).isEmpty();
    }

    private OpenLoopBurst till(long seed) {
        return new OpenLoopBurst(seed, system.stack().addresses().instance("harbor"), DemoTokens.POS_HARBOR);
    }

    private int health(String group) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:%d/actuator/health/%s"
                .formatted(system.stack().ports().of(StackPort.HARBOR_MANAGEMENT), group));
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static long slowest(List<TimedResponse> answers) {
        return answers.stream().mapToLong(it -> it.took().toMillis()).max().orElse(0);
    }
}
