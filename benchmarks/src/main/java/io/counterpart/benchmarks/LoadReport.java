package io.counterpart.benchmarks;

import java.time.Duration;
import java.util.Locale;

/**
 * The results of a load test.
 *
 * @param creating total duration of the creates
 * @param converting from the first create (or the release of the P-job) to the last account number
 */
public record LoadReport(
        CustomerCreationLoad creation,
        AccountNumberPoller numbers,
        AccountNumberSampler sampled,
        Duration creating,
        Duration converting) {

    private static final String HEAD =
            "%-44s %9s %9s %9s %9s %9s %9s%n".formatted("", "count", "per s", "p50 ms", "p95 ms", "p99 ms", "max ms");

    /** The time from the response of each create to its account number in the channel. */
    public LatencyHistogram untilNumber() {
        return numbers.latencies();
    }

    public boolean isComplete(int customers) {
        return creation.failed() == 0 && numbers.arrived() == customers;
    }

    String text(int customers) {
        var text = new StringBuilder(HEAD)
                .append(line("created: from due to answer", creation.latencies(), creating))
                .append(line("number in the channel: from answer", numbers.latencies(), converting));
        if (sampled.latencies().count() > 0) {
            text.append(line("  the same as a till sees it (samples)", sampled.latencies(), Duration.ZERO));
        }
        if (creation.failed() > 0) {
            text.append(
                    "%d creates failed, the first with: %s%n".formatted(creation.failed(), creation.firstFailure()));
        }
        int missing = customers - creation.failed() - numbers.arrived();
        if (missing > 0) {
            text.append("%d customers have no number yet.%n".formatted(missing));
        }
        return text.toString();
    }

    private static String line(String what, LatencyHistogram latencies, Duration span) {
        String perSecond =
                span.isZero() ? "" : String.format(Locale.ROOT, "%.1f", latencies.count() * 1e9 / span.toNanos());
        return String.format(
                Locale.ROOT,
                "%-44s %9d %9s %9.1f %9.1f %9.1f %9.1f%n",
                what,
                latencies.count(),
                perSecond,
                latencies.millisAt(50),
                latencies.millisAt(95),
                latencies.millisAt(99),
                latencies.millisAt(100));
    }
}
