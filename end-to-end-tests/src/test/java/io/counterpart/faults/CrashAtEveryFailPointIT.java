package io.counterpart.faults;

import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.faults.audit.Auditor;
import io.counterpart.faults.check.ConsistencyChecker;
import io.counterpart.faults.check.SearchObservation;
import io.counterpart.faults.system.SystemUnderTest;
import io.counterpart.faults.workload.Workload;
import io.counterpart.faults.workload.WorkloadMix;

import static org.assertj.core.api.Assertions.assertThat;

/** A process dies in the middle of a step, between any two commits that belong together; then it is restarted. */
@Tag("long")
class CrashAtEveryFailPointIT {

    private static final Logger log = LoggerFactory.getLogger(CrashAtEveryFailPointIT.class);

    private final SystemUnderTest system = SharedSystemUnderTest.get();

    @ParameterizedTest(name = "{0} dies at {1}")
    @CsvSource({
        "harbor, p-job.read",
        "harbor, p-job.sent",
        "hq, staging.committed",
        "hq, synchronize.written",
        "hq, synchronize.committed",
        "hq, 1010.read",
        "hq, 1010.sent",
        "harbor, 1010.applied",
    })
    void nothingIsLostAndNothingTwice(String process, String place) throws Exception {
        var shop = new Workload(place.hashCode(), WorkloadMix.creations(), Duration.ofMillis(40));
        // The only instance, so that this process reaches the fail point.
        system.stack().kill(process + "-2");
        system.stack().kill(process);
        system.stack().start(process, "-Dcounterpart.failpoint=" + place);
        system.fill(shop);

        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !system.stack().isAlive(process));
        system.revertFaults();
        List<SearchObservation> shown = shop.close();

        Auditor auditor = system.auditor(shop.population().prefix());
        auditor.awaitQuiescence(Duration.ofSeconds(60));
        assertThat(shop.history().acts()).hasSizeGreaterThan(10);
        assertThat(ConsistencyChecker.check(shop.history(), auditor.findings(shown)))
                .isEmpty();
        log.info(
                "{} died at {}: {} acts, nothing lost",
                process,
                place,
                shop.history().acts().size());
    }
}
