package io.counterpart.faults.system;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.counterpart.stack.LocalStack;
import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HttpResult;

/** The actions of an operator at HQ before and after a run. */
public final class HeadquartersOperator {

    private static final Logger log = LoggerFactory.getLogger(HeadquartersOperator.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration RECOVERY = Duration.ofMinutes(3);

    private static final List<String> FEATURES =
            List.of("async-customer-addresses", "async-customer-editing", "multiple-emails-and-phones");

    private final LocalStack stack;

    HeadquartersOperator(LocalStack stack) {
        this.stack = stack;
    }

    /**
     * Enables every feature; the stores create customers as pending, the web shop calls HQ; waits until the channels
     * run the settings.
     */
    void prepare() throws IOException {
        for (String feature : FEATURES) {
            put("/api/v1/features/" + feature, body -> enabled());
        }
        put("/api/v1/functionality-profiles/online", body -> body.put("createCustomersInAsyncMode", false));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> List.of(stack.harbor(), stack.station(), stack.online()).stream()
                        .allMatch(HeadquartersOperator::runsAllFeatures));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .ignoreExceptions()
                .until(() -> "SYNC"
                        .equals(stack.online()
                                .configuration()
                                .text("customerCreationMode")
                                .orElse("")));
    }

    /** Waits until HQ has detected a restore of its database after this time, and has recovered. */
    void awaitRecovery(Instant since) {
        try {
            Awaitility.await()
                    .atMost(RECOVERY)
                    .pollInterval(Duration.ofSeconds(1))
                    .ignoreExceptions()
                    .until(() -> hasRecovered(since));
        } catch (ConditionTimeoutException e) {
            log.info("HQ has not recovered within {}", RECOVERY);
        }
    }

    private boolean hasRecovered(Instant since) throws IOException {
        return stack.hq()
                .http()
                .get("/api/v1/recovery")
                .expect(200)
                .body()
                .path("items")
                .valueStream()
                .filter(it -> Instant.parse(it.path("detectedAt").asString()).isAfter(since))
                .anyMatch(it -> it.path("status").asString().equals("FINISHED"));
    }

    /** Retries all failed operations. */
    public void repairOperations() throws IOException {
        stack.hq()
                .http()
                .post("/api/v1/synchronization-operations/synchronize", Map.of("status", "FAILED"))
                .expect(200, 202);
    }

    /** HQ's reconciliation of a channel database, as soon as it is complete, or when the patience ends. */
    public JsonNode reconciliation(String channelDatabase, Duration patience) throws IOException {
        long deadline = System.nanoTime() + patience.toNanos();
        JsonNode said = reconciliation(channelDatabase);
        while (!said.path("complete").asBoolean() && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            said = reconciliation(channelDatabase);
        }
        return said;
    }

    private JsonNode reconciliation(String channelDatabase) throws IOException {
        return stack.hq()
                .http()
                .get("/api/v1/reconciliation?channelDatabase=" + channelDatabase)
                .expect(200)
                .body();
    }

    private void put(String path, java.util.function.UnaryOperator<ObjectNode> change) throws IOException {
        HttpResult before = stack.hq().http().get(path).expect(200);
        stack.hq()
                .http()
                .send(
                        "PUT",
                        path,
                        change.apply((ObjectNode) before.body().deepCopy()),
                        Map.of("If-Match", before.etag().orElse("*")))
                .expect(200);
    }

    private static ObjectNode enabled() {
        return tools.jackson.databind.json.JsonMapper.shared()
                .createObjectNode()
                .put("enabled", true)
                .put("withPrerequisites", true);
    }

    private static boolean runsAllFeatures(ChannelClient channel) {
        try {
            return channel.configuration()
                    .body()
                    .path("features")
                    .valueStream()
                    .allMatch(feature -> feature.path("enabled").asBoolean());
        } catch (IOException e) {
            return false;
        }
    }
}
