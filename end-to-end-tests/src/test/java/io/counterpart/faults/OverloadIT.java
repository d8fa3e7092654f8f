package io.counterpart.faults;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import io.counterpart.faults.audit.Auditor;
import io.counterpart.faults.check.ConsistencyChecker;
import io.counterpart.faults.system.SystemUnderTest;
import io.counterpart.faults.workload.OpenLoopBurst;
import io.counterpart.faults.workload.OpenLoopBurst.TimedResponse;
import io.counterpart.stack.client.DemoTokens;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Four times as many creations as the service can process: it rejects the excess quickly, and everything it accepted
 * converges.
 */
@Tag("long")
class OverloadIT {

    private static final Logger log = LoggerFactory.getLogger(OverloadIT.class);
    private static final Duration LENGTH = Duration.ofSeconds(10);

    private final SystemUnderTest system = SharedSystemUnderTest.get();

    @Test
    void asksForPatienceAndKeepsWhatItAccepted() throws Exception {
        URI harbor = system.stack().addresses().instance("harbor");
        var burst = new OpenLoopBurst(440_044, harbor, DemoTokens.POS_HARBOR);
        // More than the service can process, to measure its throughput.
        List<TimedResponse> probe = burst.at(600, Duration.ofSeconds(5));
        int sustainable = (int) Math.max(
                20, probe.stream().filter(it -> it.status() == 201).count() / 5);
        Duration before = median(burst.inTurn(40));

        List<TimedResponse> answers = burst.at(4 * sustainable, LENGTH);
        Duration recovered = recovery(burst, before);

        Map<Integer, Long> statuses =
                answers.stream().collect(Collectors.groupingBy(TimedResponse::status, Collectors.counting()));
        log.info(
                "Sustainable {}/s; at four times that {} in {} s, slowest answer {} ms; a creation took {} ms before, and again so little after {} ms",
                sustainable,
                statuses,
                LENGTH.toSeconds(),
                answers.stream().mapToLong(it -> it.took().toMillis()).max().orElse(0),
                before.toMillis(),
                recovered.toMillis());
        assertThat(statuses.keySet()).contains(201).containsAnyOf(429, 503).isSubsetOf(201, 429, 503);
        assertThat(answers.stream().filter(it -> it.status() != 201)).allMatch(TimedResponse::retryAfter);
        assertThat(recovered).isLessThan(Duration.ofSeconds(10));
        Auditor auditor = system.auditor(burst.prefix());
        auditor.awaitQuiescence(Duration.ofSeconds(90));
        assertThat(ConsistencyChecker.check(burst.history(), auditor.findings(List.of())))
                .isEmpty();
    }

    // Until the median of ten sequential creations is at most twice the earlier one, plus a tolerance.
    private static Duration recovery(OpenLoopBurst burst, Duration before) {
        long start = System.nanoTime();
        Duration allowed = before.multipliedBy(2).plusMillis(20);
        while (median(burst.inTurn(10)).compareTo(allowed) > 0
                && System.nanoTime() - start < Duration.ofSeconds(30).toNanos()) {
            log.info("Not yet as quick as before");
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static Duration median(List<TimedResponse> answers) {
        return answers.stream().map(TimedResponse::took).sorted().toList().get(answers.size() / 2);
    }
}
