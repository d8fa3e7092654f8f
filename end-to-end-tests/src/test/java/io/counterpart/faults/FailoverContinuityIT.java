package io.counterpart.faults;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.faults.audit.Auditor;
import io.counterpart.faults.check.ConsistencyChecker;
import io.counterpart.faults.check.SearchObservation;
import io.counterpart.faults.system.SystemUnderTest;
import io.counterpart.faults.workload.Workload;
import io.counterpart.faults.workload.WorkloadMix;

import static org.assertj.core.api.Assertions.assertThat;

/** One of two instances may die: account numbers continue to arrive, with no gap of ten seconds. */
@Tag("long")
class FailoverContinuityIT {

    private static final Logger log = LoggerFactory.getLogger(FailoverContinuityIT.class);
    private static final Duration BEFORE = Duration.ofSeconds(5);
    private static final Duration AFTER = Duration.ofSeconds(20);
    private static final Duration LONGEST_GAP = Duration.ofSeconds(10);

    private final SystemUnderTest system = SharedSystemUnderTest.get();

    @ParameterizedTest(name = "without {0}")
    @ValueSource(strings = {"hq", "hq-2", "harbor", "harbor-2"})
    void oneOfTwoIsEnough(String process) throws Exception {
        var shop = new Workload(process.hashCode(), WorkloadMix.creations(), Duration.ofMillis(300));
        system.fill(shop);
        // Fixed sleeps: the workload continues before and after the kill, and elapsed time is what is measured.
        Thread.sleep(BEFORE.toMillis());
        system.stack().kill(process);
        Thread.sleep(AFTER.toMillis());
        Auditor auditor = system.auditor(shop.population().prefix());
        Map<String, Duration> gaps = auditor.longestGaps();
        system.revertFaults();
        List<SearchObservation> shown = shop.close();
        auditor.awaitQuiescence(Duration.ofSeconds(60));

        log.info(
                "{} was killed: longest gaps between account numbers {}, {} acts",
                process,
                gaps,
                shop.history().acts().size());
        assertThat(ConsistencyChecker.check(shop.history(), auditor.findings(shown)))
                .isEmpty();
        assertThat(system.reconcile()).isEmpty();
        assertThat(gaps.values()).allSatisfy(gap -> assertThat(gap).isLessThan(LONGEST_GAP));
    }
}
