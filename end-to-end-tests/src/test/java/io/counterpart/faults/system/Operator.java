package io.counterpart.faults.system;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.faults.audit.EvidenceLog;
import io.counterpart.faults.audit.StagedOperations;
import io.counterpart.faults.audit.StagedOperations.Failed;
import io.counterpart.faults.check.Conflict;
import io.counterpart.faults.check.ExemptOperation;
import io.counterpart.faults.check.Refusal;
import io.counterpart.faults.check.Refusal.State;
import io.counterpart.faults.history.OperationRequest;
import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HttpResult;

/**
 * Decides at HQ on operations that no retry can repair, and records what the channels showed before and after the
 * decision.
 */
public final class Operator {

    private static final Logger log = LoggerFactory.getLogger(Operator.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final State UNKNOWN = new State("UNKNOWN", "", -1);

    private final SystemUnderTest system;
    private final StagedOperations staged;
    private final EvidenceLog evidence;
    private final Map<UUID, Decided> decided = new LinkedHashMap<>();

    public Operator(SystemUnderTest system, StagedOperations staged, EvidenceLog evidence) {
        this.system = system;
        this.staged = staged;
        this.evidence = evidence;
    }

    /** Decides on every operation that has failed permanently; returns how many. */
    public int decide(Map<UUID, OperationRequest.Edit> conflicts) throws IOException {
        await(staged::noneIsPending);
        conflicts.forEach((id, edit) -> {
            if (!decided.containsKey(id)) {
                evidence.add(new Conflict(id, edit.marker(), edit.value(), staged.status(id)));
            }
        });
        List<Failed> failed = staged.failed();
        for (Failed operation : failed) {
            await(() -> isKnown(state(operation)));
            decided.putIfAbsent(operation.operationId(), new Decided(operation, state(operation)));
        }
        for (Failed operation : failed) {
            decide(operation);
        }
        return failed.size();
    }

    /** Records what the channels show after quiescence. */
    public void noteWhatChannelsShow() {
        for (Decided one : decided.values()) {
            Failed operation = one.operation();
            await(() -> state(operation).status().equals("SYNCED"));
            evidence.add(new Refusal(
                    operation.operationId(),
                    operation.asyncCustomerId(),
                    operation.database(),
                    operation.code(),
                    one.known(),
                    state(operation)));
        }
    }

    // A creation can be ignored only if its id already has a customer.
    private void decide(Failed operation) throws IOException {
        boolean link =
                operation.kind().equals("CREATE_CUSTOMER") && !operation.code().equals("async-customer-id-in-use");
        String path =
                "/api/v1/synchronization-operations/%s/%s".formatted(operation.operationId(), link ? "link" : "ignore");
        Map<String, String> decision = link
                ? Map.of("customer", operation.asyncCustomerId().toString())
                : Map.of("reason", "Forged by the fault suite");
        HttpResult answer = system.stack().hq().http().post(path, decision);
        log.info("{} of {} ({}): {}", answer.request(), operation.database(), operation.code(), answer.status());
        evidence.exempt(new ExemptOperation(operation.kind(), operation.payload()));
    }

    private State state(Failed operation) {
        try {
            ChannelClient channel = operation.database().equals("online")
                    ? system.stack().online()
                    : system.stack().harbor();
            HttpResult answer = channel.get(operation.asyncCustomerId().toString());
            return new State(
                    answer.text("syncStatus").orElse("UNKNOWN"),
                    answer.text("lastSyncError").orElse(""),
                    answer.body().path("pendingOperations").asInt(-1));
        } catch (IOException e) {
            log.info("{} does not answer: {}", operation.database(), e.getMessage());
            return UNKNOWN;
        }
    }

    private static boolean isKnown(State state) {
        return state.status().equals("SYNC_FAILED") && !state.reason().isBlank();
    }

    private static void await(Callable<Boolean> condition) {
        try {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(250))
                    .ignoreExceptions()
                    .until(condition);
        } catch (ConditionTimeoutException e) {
            // The checker reports what is wrong.
            log.info("Not within {}: {}", PATIENCE, e.getMessage());
        }
    }

    /** An operation, and what its channel showed before the decision. */
    private record Decided(Failed operation, State known) {}
}
