package io.counterpart.faults.sabotage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FaultScheduleTests {

    private static final Duration LENGTH = Duration.ofMinutes(2);
    private static final FaultSchedule.FaultPacing PACE =
            new FaultSchedule.FaultPacing(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ofSeconds(8));
    private static final List<FaultSchedule.FaultFamily> FAULTS = List.of(
            new FaultSchedule.FaultFamily("processes", List.of(fault("kill hq", "hq"), fault("pause hq", "hq"))),
            new FaultSchedule.FaultFamily("broker", List.of(fault("kill kafka", "kafka"))),
            new FaultSchedule.FaultFamily("network", List.of(fault("cut", "link"))));

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(lines(7)).isEqualTo(lines(7)).isNotEqualTo(lines(8));
    }

    @Test
    void neverInjectsAFaultIntoAFaultyTarget() {
        for (long seed = 0; seed < 200; seed++) {
            Map<String, Duration> free = new HashMap<>();
            for (ScheduledFault strike : schedule(seed).strikes()) {
                String target = strike.fault().target();
                assertThat(strike.at()).isGreaterThanOrEqualTo(free.getOrDefault(target, Duration.ZERO));
                free.put(target, strike.end());
            }
        }
    }

    @Test
    void givesEveryFaultATurn() {
        assertThat(schedule(1).counts()).containsOnlyKeys("kill hq", "pause hq", "kill kafka", "cut");
    }

    @Test
    void addsExpensiveFaultsOnceInTheirPartOfTheRun() {
        var wipe = new FaultSchedule.Once(fault("wipe kafka", "kafka"), 0.25, 0.5);
        for (long seed = 0; seed < 200; seed++) {
            FaultSchedule whole = schedule(seed).with(List.of(wipe), LENGTH, PACE);

            assertThat(whole.strikes()).hasSize(schedule(seed).strikes().size() + 1);
            assertThat(whole.strikes().stream().filter(it -> it.fault().equals(wipe.fault())))
                    .singleElement()
                    .satisfies(strike -> assertThat(strike.at()).isBetween(LENGTH.dividedBy(4), LENGTH.dividedBy(2)));
            assertThat(whole.strikes())
                    .isEqualTo(schedule(seed).with(List.of(wipe), LENGTH, PACE).strikes());
        }
    }

    @Test
    void isBoundedByItsLength() {
        assertThat(schedule(3).strikes())
                .allSatisfy(strike -> assertThat(strike.at()).isLessThanOrEqualTo(LENGTH));
    }

    @Test
    void theSaboteurHealsWhatItInflictedAndCounts() throws InterruptedException {
        var events = new ArrayList<String>();
        var quick = new FaultSchedule.FaultPacing(Duration.ofMillis(20), Duration.ofMillis(1), Duration.ofMillis(5));
        Fault fault = Fault.of("pull", "plug", () -> events.add("out"), () -> events.add("in"));
        var saboteur = new FaultInjector(FaultSchedule.of(
                1, Duration.ofMillis(100), quick, List.of(new FaultSchedule.FaultFamily("plugs", List.of(fault)))));

        saboteur.run();

        long times = saboteur.counts().getOrDefault("pull", 0L);
        assertThat(times).isPositive();
        assertThat(events).hasSize((int) times * 2).startsWith("out", "in").endsWith("out", "in");
    }

    private static List<String> lines(long seed) {
        return schedule(seed).strikes().stream().map(ScheduledFault::toString).toList();
    }

    private static FaultSchedule schedule(long seed) {
        return FaultSchedule.of(seed, LENGTH, PACE, FAULTS);
    }

    private static Fault fault(String name, String target) {
        return Fault.atOnce(name, target, () -> {});
    }
}
