package io.counterpart.faults.sabotage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The faults of a run with their times. Every family of faults has a turn before any has a second one, and so has every
 * fault within its family (otherwise a short run would leave most guarantees untested); order, times and durations come
 * from the seed.
 *
 * @param strikes in the order of their start
 */
public record FaultSchedule(long seed, List<ScheduledFault> strikes) {

    /** Faults of one kind. */
    public record FaultFamily(String name, List<Fault> faults) {}

    /**
     * A fault that occurs once in every run, instead of randomly.
     *
     * @param from,to the part of the run in which it begins, as fractions of its length
     */
    public record Once(Fault fault, double from, double to) {

        ScheduledFault strike(Duration length, FaultPacing pace, Random random) {
            double at = from + (to - from) * random.nextDouble();
            return new ScheduledFault(Duration.ofMillis((long) (length.toMillis() * at)), pace.lastsBy(random), fault);
        }
    }

    /** The gap between faults and their durations. */
    public record FaultPacing(Duration gap, Duration shortest, Duration longest) {

        Duration gapBy(Random random) {
            return between(gap.dividedBy(2), gap.multipliedBy(3).dividedBy(2), random);
        }

        Duration lastsBy(Random random) {
            return between(shortest, longest, random);
        }

        private static Duration between(Duration from, Duration to, Random random) {
            return Duration.ofMillis(
                    from.toMillis() + random.nextLong(Math.max(1, to.minus(from).toMillis())));
        }
    }

    public static FaultSchedule of(long seed, Duration length, FaultPacing pace, List<FaultFamily> families) {
        var random = new Random(seed);
        var strikes = new ArrayList<ScheduledFault>();
        var deck = new ShuffledDeck<>(
                families.stream()
                        .map(family -> new ShuffledDeck<>(family.faults(), random))
                        .toList(),
                random);
        for (Duration at = Duration.ZERO; at.compareTo(length) < 0; at = at.plus(pace.gapBy(random))) {
            Fault fault = deck.draw().draw();
            Duration start = laterOf(at, freeAt(fault.target(), strikes));
            strikes.add(new ScheduledFault(start, pace.lastsBy(random), fault));
        }
        strikes.removeIf(strike -> strike.at().compareTo(length) > 0);
        strikes.sort(Comparator.comparing(ScheduledFault::at));
        return new FaultSchedule(seed, List.copyOf(strikes));
    }

    /** The same schedule with additional faults, each of them once; their times also come from the seed. */
    public FaultSchedule with(List<Once> further, Duration length, FaultPacing pace) {
        var random = new Random(~seed);
        var all = new ArrayList<>(strikes);
        further.forEach(once -> all.add(once.strike(length, pace, random)));
        all.sort(Comparator.comparing(ScheduledFault::at));
        return new FaultSchedule(seed, List.copyOf(all));
    }

    public Map<String, Long> counts() {
        return strikes.stream()
                .collect(Collectors.groupingBy(strike -> strike.fault().name(), TreeMap::new, Collectors.counting()));
    }

    public static Map<String, Long> byFamily(Map<String, Long> counts, List<FaultFamily> families) {
        var kinds = new TreeMap<String, Long>();
        for (FaultFamily family : families) {
            long times = family.faults().stream()
                    .mapToLong(fault -> counts.getOrDefault(fault.name(), 0L))
                    .sum();
            if (times > 0) {
                kinds.put(family.name(), times);
            }
        }
        return kinds;
    }

    private static Duration freeAt(String target, List<ScheduledFault> strikes) {
        return strikes.stream()
                .filter(strike -> strike.fault().target().equals(target))
                .map(ScheduledFault::end)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static Duration laterOf(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }
}
