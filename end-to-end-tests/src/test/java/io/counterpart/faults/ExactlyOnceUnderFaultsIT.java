package io.counterpart.faults;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.LongStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.counterpart.faults.system.SystemUnderTest;
import io.counterpart.faults.workload.WorkloadMix;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Verifies the guarantees of the system under faults. {@code -Dfaults.seed=42} replays a schedule,
 * {@code -Dfaults.runs=20} runs that many seeds, {@code -Dfaults.seconds=60} sets the duration of each,
 * {@code -Dfaults.disasters=true} also wipes Kafka and restores databases. Without a seed, new ones are generated and
 * printed.
 */
class ExactlyOnceUnderFaultsIT {

    private static final boolean DISASTERS = Boolean.getBoolean("faults.disasters");

    private final SystemUnderTest system = SharedSystemUnderTest.get();

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void whateverGoesWrong(long seed) throws Exception {
        var length = Duration.ofSeconds(Long.getLong("faults.seconds", 25));

        FaultInjectionRun.Report report = new FaultInjectionRun(
                        system, WorkloadMix.creations().andOfTills().andEdits(), DISASTERS)
                .run(seed, length);

        report.print();
        assertThat(report.history().acts()).as("the clients were at work").hasSizeGreaterThan(50);
        assertThat(report.faults()).as("faults were inflicted").isNotEmpty();
        assertThat(report.violations()).as("replay with -Dfaults.seed=%d", seed).isEmpty();
    }

    static LongStream seeds() {
        Long given = Long.getLong("faults.seed");
        if (given != null) {
            return LongStream.range(given, given + Integer.getInteger("faults.runs", 1));
        }
        return ThreadLocalRandom.current().longs(Integer.getInteger("faults.runs", 1), 1, 1_000_000);
    }
}
