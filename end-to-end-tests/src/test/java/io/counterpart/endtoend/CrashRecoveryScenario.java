package io.counterpart.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** SIGKILL at the two points where work is incomplete: nothing is lost, and nothing is done twice. */
class CrashRecoveryScenario extends Scenario {

    private static final String SYNCHRONIZE = "synchronize-customers-and-channel-requests";
    private static final int BACKLOG = 1_500;

    @AfterEach
    void allServicesRun() throws IOException {
        stack.hq().releaseJob(SYNCHRONIZE).expect(200, 202, 204);
        stack.hq().releaseJob("P-0001").expect(200, 202, 204);
    }

    @Test
    void hqDiesInTheMiddleOfASynchronizeChunk() throws Exception {
        stack.hq().holdJob(SYNCHRONIZE).expect(200, 202, 204);
        var customers = backlog();
        eventually().until(() -> databases.count("hq", "select count(*) from open_operation") >= BACKLOG);
        long before = databases.count("hq", "select count(*) from customer");

        stack.hq().releaseJob(SYNCHRONIZE).expect(200, 202, 204);
        Awaitility.await()
                .pollInterval(Duration.ofMillis(2))
                .until(() -> databases.count("hq", "select count(*) from customer") > before);
        stack.kill("hq");
        assertThat(databases.count("hq", "select count(*) from open_operation"))
                .as("there was work left when HQ died")
                .isPositive();
        stack.start("hq");

        nothingIsLostAndNothingTwice(customers);
    }

    @Test
    void theChannelDiesInTheMiddleOfAPJobBatch() throws Exception {
        stack.hq().holdJob("P-0001").expect(200, 202, 204);
        eventually()
                .until(() -> databases
                        .query("channel_harbor", "select held from p_job_setting")
                        .equals(List.of("t")));
        var customers = backlog();
        assertThat(databases.count("channel_harbor", "select count(*) from async_operation_queue"))
                .isEqualTo(BACKLOG);

        stack.kill("harbor");
        stack.start("harbor", "-Dcounterpart.failpoint=p-job.sent");
        stack.hq().releaseJob("P-0001").expect(200, 202, 204);
        eventually().until(() -> !stack.isAlive("harbor"));
        assertThat(databases.count("channel_harbor", "select count(*) from async_operation_queue"))
                .as("it died after sending and before marking")
                .isEqualTo(BACKLOG);
        stack.start("harbor");

        nothingIsLostAndNothingTwice(customers);
    }

    private void nothingIsLostAndNothingTwice(List<UUID> customers) {
        UUID[] ids = customers.toArray(UUID[]::new);
        eventually()
                .until(() -> databases.count(
                                "channel_harbor",
                                "select count(*) from customer where sync_status = 'SYNCED' and async_customer_id = any(?)",
                                (Object) ids)
                        == customers.size());
        assertThat(databases.count(
                        "hq",
                        "select count(distinct account_number) from customer where async_customer_id = any(?)",
                        (Object) ids))
                .isEqualTo(customers.size());
        assertThat(databases.count(
                        "hq", "select count(*) from async_operation where async_customer_id = any(?)", (Object) ids))
                .isEqualTo(customers.size());
        assertThat(databases.count(
                        "hq", "select count(*) from open_operation where async_customer_id = any(?)", (Object) ids))
                .isZero();
        eventually()
                .untilAsserted(() -> assertThat(databases.count(
                                "channel_online",
                                "select count(*) from customer where sync_status = 'SYNCED' and async_customer_id = any(?)",
                                (Object) ids))
                        .isEqualTo(customers.size()));
    }

    private List<UUID> backlog() throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(16);
        try {
            List<Callable<UUID>> creations = new ArrayList<>();
            for (int i = 0; i < BACKLOG; i++) {
                creations.add(() -> pendingCustomer(CustomerFixtures.newCustomer()));
            }
            var ids = new ArrayList<UUID>();
            for (var created : threads.invokeAll(creations)) {
                ids.add(created.get());
            }
            return ids;
        } finally {
            threads.shutdownNow();
        }
    }
}
