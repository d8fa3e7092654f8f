package io.counterpart.faults.system;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import io.counterpart.faults.audit.StagedOperations;
import io.counterpart.faults.audit.StagedOperations.Target;
import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationOutcome;
import io.counterpart.faults.history.OperationRequest;
import io.counterpart.faults.kafka.ForgedRecords;
import io.counterpart.faults.kafka.RecordFaultInjector;
import io.counterpart.faults.sabotage.Fault;
import io.counterpart.faults.workload.ConflictingTill;

/** Well-formed forgeries: timestamps of the year 9999, operation numbers and customer ids that are already in use. */
public final class Forgeries {

    private static final Instant FUTURE = Instant.parse("9999-12-31T23:59:59Z");
    private static final String NOBODY = "nowhere";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RecordFaultInjector meddler;
    private final StagedOperations staged;
    private final OperationHistory history;
    private final ConflictingTill till;
    private final Random random;
    private final Set<UUID> edited = ConcurrentHashMap.newKeySet();
    private final Map<UUID, OperationRequest.Edit> conflicts = new ConcurrentHashMap<>();

    public Forgeries(
            RecordFaultInjector meddler,
            StagedOperations staged,
            OperationHistory history,
            ConflictingTill till,
            long seed) {
        this.meddler = meddler;
        this.staged = staged;
        this.history = history;
        this.till = till;
        this.random = new Random(seed);
    }

    /** The forged operations with a used number, by id. */
    public Map<UUID, OperationRequest.Edit> conflicts() {
        return Map.copyOf(conflicts);
    }

    List<Fault> future() {
        var edit = new FutureEdit();
        return Stream.concat(
                        SystemUnderTest.CHANNEL_DATABASES.stream()
                                .map(database -> Fault.atOnce(
                                        "heartbeat of %s from the future".formatted(database),
                                        database + " heartbeat",
                                        () -> meddler.forge(ForgedRecords.heartbeat(database, FUTURE)))),
                        Stream.of(
                                Fault.of("edit from the future", "edit from the future", edit::send, edit::await),
                                Fault.atOnce(
                                        "upload from the future", "upload from the future", till::uploadFromTheFuture)))
                .toList();
    }

    Fault usedNumber() {
        return Fault.atOnce("operation number used twice", "operation number", this::useNumberAgain);
    }

    Fault usedId() {
        return Fault.atOnce("one id for two customers", "customer id", till::createTwoUnderOneId);
    }

    private void useNumberAgain() throws Exception {
        Target target = any(staged.done("harbor"));
        var forged = new ForgedRecords.Edit(
                UUID.randomUUID(),
                "harbor",
                target.channel(),
                target.asyncCustomerId(),
                target.operationNumber(),
                Instant.now(),
                "middleName",
                value());
        var edit = new OperationRequest.Edit(target.marker(), forged.field(), forged.value());
        // An operator decides whether it takes effect.
        history.begin(NOBODY + "/forger", edit).end(OperationOutcome.UNKNOWN, target.asyncCustomerId());
        conflicts.put(forged.operationId(), edit);
        meddler.forge(ForgedRecords.edit(forged));
    }

    private Target any(List<Target> targets) {
        if (targets.isEmpty()) {
            throw new IllegalStateException("HQ has no customer yet");
        }
        return targets.get(random.nextInt(targets.size()));
    }

    private String value() {
        return "f%016x".formatted(random.nextLong());
    }

    /** An edit with a timestamp later than all others; once HQ has applied it, later edits must win again. */
    private final class FutureEdit {

        private OperationHistory.@org.jspecify.annotations.Nullable PendingOperation act;
        private UUID operationId = UUID.randomUUID();
        private UUID customer = UUID.randomUUID();

        void send() throws Exception {
            act = null;
            Target target = any(staged.done("harbor").stream()
                    .filter(it -> !edited.contains(it.asyncCustomerId()))
                    .toList());
            customer = target.asyncCustomerId();
            operationId = UUID.randomUUID();
            edited.add(customer);
            var forged =
                    new ForgedRecords.Edit(operationId, NOBODY, "NOWHERE", customer, 1, FUTURE, "middleName", value());
            act = history.begin(
                    NOBODY + "/forger", new OperationRequest.Edit(target.marker(), forged.field(), forged.value()));
            meddler.forge(ForgedRecords.edit(forged));
        }

        void await() {
            OperationHistory.PendingOperation begun = act;
            if (begun != null) {
                boolean applied = staged.awaitDone(operationId, SystemUnderTest.CLOCK_SKEW, PATIENCE);
                begun.end(applied ? OperationOutcome.ACKNOWLEDGED : OperationOutcome.UNKNOWN, customer);
            }
        }
    }
}
