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
 * What goes wrong when. Every fault has its turn before any has a second one (else a short run would leave most promises
 * untried); order, times and durations come from the seed.
 *
 * @param strikes in the order of their beginning
 */
public record Schedule(long seed, List<Strike> strikes) {

    /** How close together faults are and how long they last. */
    public record Pace(Duration gap, Duration shortest, Duration longest) {}

    public static Schedule of(long seed, Duration length, Pace pace, List<Fault> faults) {
        var random = new Random(seed);
        var strikes = new ArrayList<Strike>();
        var deck = new ArrayList<Fault>();
        Duration at = Duration.ZERO;
        while (at.compareTo(length) < 0) {
            if (deck.isEmpty()) {
                deck.addAll(shuffled(faults, random));
            }
            Fault fault = deck.remove(deck.size() - 1);
            Duration lasts = between(pace.shortest(), pace.longest(), random);
            Duration start = laterOf(at, freeAt(fault.target(), strikes));
            strikes.add(new Strike(start, lasts, fault));
            at = at.plus(
                    between(pace.gap().dividedBy(2), pace.gap().multipliedBy(3).dividedBy(2), random));
        }
        strikes.removeIf(strike -> strike.at().compareTo(length) > 0);
        strikes.sort(Comparator.comparing(Strike::at));
        return new Schedule(seed, List.copyOf(strikes));
    }

    /** How often each fault strikes. */
    public Map<String, Long> counts() {
        return strikes.stream()
                .collect(Collectors.groupingBy(strike -> strike.fault().name(), TreeMap::new, Collectors.counting()));
    }

    private static Duration freeAt(String target, List<Strike> strikes) {
        return strikes.stream()
                .filter(strike -> strike.fault().target().equals(target))
                .map(Strike::end)
                .max(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
    }

    private static Duration laterOf(Duration one, Duration other) {
        return one.compareTo(other) >= 0 ? one : other;
    }

    // Collections.shuffle is specified to depend on nothing but the list and the random source.
    private static List<Fault> shuffled(List<Fault> faults, Random random) {
        var deck = new ArrayList<>(faults);
        java.util.Collections.shuffle(deck, random);
        return deck;
    }

    private static Duration between(Duration from, Duration to, Random random) {
        return Duration.ofMillis(
                from.toMillis() + random.nextLong(Math.max(1, to.minus(from).toMillis())));
    }
}
