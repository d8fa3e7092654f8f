package io.counterpart.hq.synchronization;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.HqServiceApplication;
import io.counterpart.hq.job.BatchJobSettings;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.messaging.BatchSpans;
import io.counterpart.messaging.RecordSender;
import io.counterpart.messaging.RecordSigner;
import io.counterpart.messaging.log.OperationLog;
import io.counterpart.messaging.log.RelayFactory;
import io.counterpart.messaging.log.RelaySettings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** After one instance of HQ has responded to a hold, no other instance starts work of that job. */
@HqManualContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HoldOnTwoInstancesIT {

    @Autowired
    TestDriver work;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcTemplate jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Environment environment;

    private ConfigurableApplicationContext other;
    private String bearer;

    @BeforeAll
    void startTheOtherInstance() {
        other = new SpringApplicationBuilder(HqServiceApplication.class)
                .properties("spring.main.banner-mode=off")
                .run(
                        "--spring.datasource.url=" + environment.getProperty("spring.datasource.url"),
                        "--spring.datasource.username=" + environment.getProperty("spring.datasource.username"),
                        "--spring.datasource.password=" + environment.getProperty("spring.datasource.password"),
                        "--spring.flyway.password=" + environment.getProperty("spring.flyway.password"),
                        "--spring.flyway.user=" + environment.getProperty("spring.flyway.user"),
                        "--server.port=0",
                        "--management.server.port=",
                        "--spring.kafka.bootstrap-servers=127.0.0.1:1",
                        "--spring.kafka.listener.auto-startup=false",
                        "--hq.synchronization.enabled=false",
                        "--hq.clock.enabled=false",
                        "--hq.resend.enabled=false",
                        // With recovery enabled, it converts nothing while it checks its database after the start.
                        "--hq.recovery.enabled=false",
                        "--hq.topics.retry-interval=1h",
                        "--logging.level.org.apache.kafka=off");
    }

    @AfterAll
    void stopTheOtherInstance() {
        other.close();
    }

    @BeforeEach
    void clear() {
        work.clear();
        bearer = work.bearer(TokenRole.HQ_API, null);
        // The other instance may have cached the hold of the previous test.
        await().until(() -> !other.getBean(BatchJobSettings.class).isHeld(BatchJobSettings.SYNCHRONIZE));
    }

    @AfterEach
    void release() {
        work.clear();
    }

    @Test
    void anInstanceThatHasJustLookedConvertsNothing() {
        work.stage(List.of(OperationFixtures.creation()));
        hold(BatchJobSettings.SYNCHRONIZE);

        // What the loop does if it read the job as not on hold before.
        SynchronizationReport report = other.getBean(SynchronizationBatch.class).run(500);

        assertThat(report.claimed()).isZero();
        assertThat(work.count("customer")).isZero();
    }

    @Test
    void aHoldIsAnsweredWhenTheRunningChunkIsDone() {
        work.stage(List.of(OperationFixtures.creation()));
        CompletableFuture<Long> converted = new CompletableFuture<>();

        duringAChunkOfTheOther(() -> {
            hold(BatchJobSettings.SYNCHRONIZE);
            converted.complete(work.count("customer"));
        });

        assertThat(converted.join()).isEqualTo(1);
    }

    @Test
    void theHalvesOfAChunkThatFailedAreNotStarted() {
        List<CustomerOperation> creations =
                Stream.generate(OperationFixtures::creation).limit(4).toList();
        work.stage(creations);
        work.breakCustomer(creations.get(0).asyncCustomerId());
        try {
            duringAChunkOfTheOther(() -> hold(BatchJobSettings.SYNCHRONIZE));
        } finally {
            work.repairCustomers();
        }

        assertThat(work.count("customer")).isZero();
        assertThat(work.number("select count(*) from open_operation where status = 'PENDING'"))
                .isEqualTo(4);
    }

    @Test
    void theRelayOfAnInstanceThatHasJustLookedReadsNothing() {
        other.getBean(BatchJobSettings.class).isHeld(BatchJobSettings.CUSTOMERS_1010);
        work.stage(List.of(OperationFixtures.creation()));
        work.synchronize();
        var sent = new MockProducer<>(true, null, new StringSerializer(), new ByteArraySerializer());
        var relay = new RelayFactory(
                        jdbc,
                        transaction,
                        new RecordSender(() -> sent),
                        RecordSigner.NONE,
                        BatchSpans.NONE,
                        Clock.systemUTC())
                .relay(
                        other.getBean("distributionLog", OperationLog.class),
                        RelaySettings.of("hold-test", "/hq", "other"));

        hold(BatchJobSettings.CUSTOMERS_1010);
        assertThat(relay.relayOnce().read()).isZero();

        work.hold(BatchJobSettings.CUSTOMERS_1010, false);
        assertThat(relay.relayOnce().sent()).hasSize(2);
    }

    // The chunk is blocked where it requests account numbers, until the hold waits for it or has returned.
    private void duringAChunkOfTheOther(Runnable holding) {
        CompletableFuture<Void> all = transaction.execute(status -> {
            jdbc.queryForList("select 1 from number_sequence where name = 'customer' for update");
            CompletableFuture<Void> chunk = CompletableFuture.runAsync(this::runOther);
            await().until(() -> waitingFor("transactionid") > 0);
            CompletableFuture<Void> hold = CompletableFuture.runAsync(holding);
            await().until(() -> hold.isDone() || waitingFor("advisory") > 0);
            return CompletableFuture.allOf(chunk, hold);
        });
        assertThat(all).isNotNull().succeedsWithin(Duration.ofSeconds(20));
    }

    private long waitingFor(String lock) {
        return work.number("select count(*) from pg_locks where not granted and locktype = '" + lock + "'");
    }

    private void hold(String job) {
        assertThat(mvc.post()
                        .uri("/api/v1/batch-jobs/{job}/hold", job)
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .exchange())
                .hasStatusOk();
    }

    private void runOther() {
        other.getBean(SynchronizationJob.class).run(() -> {});
    }
}
