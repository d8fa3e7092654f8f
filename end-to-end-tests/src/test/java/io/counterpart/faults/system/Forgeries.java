package io.counterpart.faults.system;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
    private static final String STRANGER = "nowhere";
    private static final String FORGER = STRANGER + "/forger";

    private final RecordFaultInjector meddler;
    private final StagedOperations staged;
    private final OperationHistory history;
    private final ConflictingTill till;
    private final Random random;
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
        return Stream.concat(
                        SystemUnderTest.CHANNEL_DATABASES.stream()
                                .map(database -> Fault.atOnce(
                                        "heartbeat of %s from the future".formatted(database),
                                        database + " heartbeat",
                                        () -> meddler.forge(ForgedRecords.heartbeat(database, FUTURE)))),
                        Stream.of(
                                Fault.atOnce("edit of a stranger", "edit of a stranger", this::editAsAStranger),
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
        history.begin(FORGER, edit).end(OperationOutcome.UNKNOWN, target.asyncCustomerId());
        conflicts.put(forged.operationId(), edit);
        meddler.forge(ForgedRecords.edit(forged));
    }

    // Nobody knows the channel database, so HQ refuses the edit although it is later than all others.
    private void editAsAStranger() throws Exception {
        Target target = any(staged.done("harbor"));
        var forged = new ForgedRecords.Edit(
                UUID.randomUUID(),
                STRANGER,
                target.channel(),
                target.asyncCustomerId(),
                1,
                FUTURE,
                "middleName",
                value());
        var edit = new OperationRequest.Edit(target.marker(), forged.field(), forged.value());
        history.begin(FORGER, edit).end(OperationOutcome.REFUSED, target.asyncCustomerId());
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
}
