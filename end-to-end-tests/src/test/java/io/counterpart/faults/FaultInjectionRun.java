package io.counterpart.faults;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.faults.audit.Auditor;
import io.counterpart.faults.audit.EvidenceLog;
import io.counterpart.faults.audit.RestoreAuditor;
import io.counterpart.faults.audit.StagedOperations;
import io.counterpart.faults.check.AuditFindings;
import io.counterpart.faults.check.ConsistencyChecker;
import io.counterpart.faults.check.SearchObservation;
import io.counterpart.faults.check.Violation;
import io.counterpart.faults.history.OperationHistory;
import io.counterpart.faults.history.OperationOutcome;
import io.counterpart.faults.history.OperationRequest;
import io.counterpart.faults.kafka.RecordFaultInjector;
import io.counterpart.faults.sabotage.FaultInjector;
import io.counterpart.faults.sabotage.FaultSchedule;
import io.counterpart.faults.sabotage.FaultSchedule.Once;
import io.counterpart.faults.system.FaultCatalog;
import io.counterpart.faults.system.Forgeries;
import io.counterpart.faults.system.Operator;
import io.counterpart.faults.system.SystemUnderTest;
import io.counterpart.faults.workload.Workload;
import io.counterpart.faults.workload.WorkloadMix;

/**
 * One run: clients work, faults are injected and reverted, the system becomes quiescent, and the checker evaluates the
 * result.
 */
final class FaultInjectionRun {

    private static final Logger log = LoggerFactory.getLogger(FaultInjectionRun.class);
    private static final FaultSchedule.FaultPacing PACE =
            new FaultSchedule.FaultPacing(Duration.ofMillis(1500), Duration.ofMillis(500), Duration.ofSeconds(9));
    private static final Duration BREATH = Duration.ofMillis(60);
    private static final Duration QUIET_LIMIT = Duration.ofSeconds(90);

    private final SystemUnderTest system;
    private final WorkloadMix assortment;
    private final boolean disasters;

    /** With disasters, whole data stores are lost, too. */
    FaultInjectionRun(SystemUnderTest system, WorkloadMix assortment, boolean disasters) {
        this.system = system;
        this.assortment = assortment;
        this.disasters = disasters;
    }

    Report run(long seed, Duration length) throws InterruptedException, ExecutionException, IOException {
        long start = System.nanoTime();
        var shop = new Workload(seed, assortment, BREATH);
        var recorded = new Recorded(shop);
        system.fill(shop);
        shop.slowDownAfter(length);
        Map<String, Long> faults;
        try {
            faults = sabotage(seed, length, recorded);
        } finally {
            system.revertFaults();
        }
        List<SearchObservation> shown = shop.close();
        // A retry that was in progress when the faults were reverted may have failed shortly afterwards.
        system.repairData();
        Auditor auditor = system.auditor(shop.population().prefix());
        Duration quietAfter = settle(auditor, recorded);
        List<Violation> disagreements = system.reconcile();
        AuditFindings findings = auditor.findings(shown, recorded.evidence);
        shop.history().writeTo(Path.of("target", "faults", "history-%d.txt".formatted(seed)));
        return new Report(
                seed,
                Duration.ofNanos(System.nanoTime() - start),
                faults,
                shop.history(),
                quietAfter,
                Stream.concat(disagreements.stream(), ConsistencyChecker.check(shop.history(), findings).stream())
                        .toList());
    }

    private Map<String, Long> sabotage(long seed, Duration length, Recorded recorded) throws InterruptedException {
        try (var meddler = new RecordFaultInjector(system.stack().addresses().kafka(), seed)) {
            var forgeries = new Forgeries(
                    meddler,
                    recorded.staged,
                    recorded.shop.history(),
                    system.conflictingTill(recorded.shop, seed),
                    seed);
            recorded.forgeries = forgeries;
            var faults = new FaultCatalog(system, meddler, forgeries, recorded.auditor, recorded.shop.history());
            var families = new ArrayList<>(faults.all());
            var once = new ArrayList<Once>();
            if (disasters) {
                families.addAll(faults.slowToHeal());
                once.addAll(faults.everyRun(seed));
                once.addAll(faults.disasters(seed));
                families.addAll(faults.disasterFamilies(seed));
            }
            var saboteur = new FaultInjector(
                    FaultSchedule.of(seed, length, PACE, families).with(once, length, PACE));
            saboteur.run();
            return FaultSchedule.byFamily(saboteur.counts(), families);
        }
    }

    // Operations that HQ refuses permanently wait for an operator; operations that are uploaded again may be refused a
    // second time.
    private Duration settle(Auditor auditor, Recorded recorded) throws IOException {
        long start = System.nanoTime();
        var operator = new Operator(system, recorded.staged, recorded.evidence);
        Forgeries forgeries = recorded.forgeries;
        Map<UUID, OperationRequest.Edit> conflicts = forgeries == null ? Map.of() : forgeries.conflicts();
        operator.decide(conflicts);
        auditor.awaitQuiescence(QUIET_LIMIT);
        if (operator.decide(Map.of()) > 0) {
            auditor.awaitQuiescence(QUIET_LIMIT);
        }
        operator.noteWhatChannelsShow();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** The records of a run in addition to the history. */
    private final class Recorded {

        private final Workload shop;
        private final EvidenceLog evidence = new EvidenceLog();
        private final StagedOperations staged;
        private final RestoreAuditor auditor;
        private @Nullable Forgeries forgeries;

        Recorded(Workload shop) {
            String hq = system.stack().jdbcUrl("hq");
            String markers = shop.population().prefix();
            this.shop = shop;
            this.staged = new StagedOperations(hq, markers);
            this.auditor = new RestoreAuditor(hq, system.stack().addresses().kafka(), markers, evidence);
        }
    }

    /**
     * The result of a run.
     *
     * @param took from the first client operation to the last check
     * @param faults that were inflicted, by kind
     * @param quietAfter how long after the last response to a client everything had converged
     */
    record Report(
            long seed,
            Duration took,
            Map<String, Long> faults,
            OperationHistory history,
            Duration quietAfter,
            List<Violation> violations) {

        /** Writes one line to the log and to {@code target/faults/seeds.txt}; the violations only to the log. */
        void print() throws IOException {
            log.info("{}", line());
            violations.stream().limit(20).forEach(violation -> log.error("seed {}: {}", seed, violation));
            Files.writeString(
                    Path.of("target", "faults", "seeds.txt"),
                    line() + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }

        private String line() {
            return "seed %d: %d s, %d acts (%d acknowledged, %d refused, %d unknown), %d faults %s, quiet after %d ms, %d violations"
                    .formatted(
                            seed,
                            took.toSeconds(),
                            history.acts().size(),
                            history.count(OperationOutcome.ACKNOWLEDGED),
                            history.count(OperationOutcome.REFUSED),
                            history.count(OperationOutcome.UNKNOWN),
                            faults.values().stream().mapToLong(Long::longValue).sum(),
                            faults,
                            quietAfter.toMillis(),
                            violations.size());
        }
    }
}
