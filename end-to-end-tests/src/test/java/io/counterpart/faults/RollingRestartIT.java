package io.counterpart.faults;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.faults.audit.Auditor;
import io.counterpart.faults.check.ConsistencyChecker;
import io.counterpart.faults.check.SearchObservation;
import io.counterpart.faults.history.OperationOutcome;
import io.counterpart.faults.system.SystemUnderTest;
import io.counterpart.faults.workload.Workload;
import io.counterpart.faults.workload.WorkloadMix;

import static org.assertj.core.api.Assertions.assertThat;

/** One instance after the other is stopped and restarted, as in an upgrade, while all clients work. */
@Tag("long")
class RollingRestartIT {

    private static final Logger log = LoggerFactory.getLogger(RollingRestartIT.class);

    private final SystemUnderTest system = SharedSystemUnderTest.get();

    @Test
    void losesNothing() throws Exception {
        var shop = new Workload(77, WorkloadMix.creations().andOfTills().andEdits(), Duration.ofMillis(60));
        system.fill(shop);
        for (String process : List.of("hq", "hq-2", "harbor", "harbor-2", "online")) {
            system.stack().stop(process);
            system.stack().start(process);
        }
        List<SearchObservation> shown = shop.close();
        Auditor auditor = system.auditor(shop.population().prefix());
        Duration quietAfter = auditor.awaitQuiescence(Duration.ofSeconds(60));

        log.info(
                "All instances restarted: {} acts, {} unknown, quiet after {} ms",
                shop.history().acts().size(),
                shop.history().count(OperationOutcome.UNKNOWN),
                quietAfter.toMillis());
        assertThat(shop.history().acts()).hasSizeGreaterThan(50);
        assertThat(shop.history().count(OperationOutcome.UNKNOWN)).isZero();
        assertThat(ConsistencyChecker.check(shop.history(), auditor.findings(shown)))
                .isEmpty();
        assertThat(system.reconcile()).isEmpty();
    }
}
