package io.counterpart.benchmarks;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.counterpart.stack.options.Arguments;
import io.counterpart.stack.process.StackException;

/**
 * The options of a load test.
 *
 * @param rate customers per second; 0 means as many as the connections allow
 * @param backlog creates all customers while the P-job is held, and measures from its release
 * @param ownStack starts a separate stack instead of using the running one
 * @param limit after which missing account numbers are given up
 */
public record LoadOptions(
        int customers, int connections, int rate, boolean backlog, boolean ownStack, Duration limit, long seed) {

    private static final int MANY = 100_000_000;
    private static final Map<String, String> MEANINGS = meanings();

    public static LoadOptions parse(List<String> commandLine) {
        var arguments = Arguments.read(commandLine, names());
        int rate =
                arguments.number("rate", "number of customers per second", MANY).orElse(0);
        int seconds = arguments.number("seconds", "number of seconds", MANY).orElse(60);
        boolean backlog = arguments.flag("backlog").orElse(false);
        if (rate > 0 && arguments.text("customers").isPresent()) {
            throw new StackException("--rate goes with --seconds, not with --customers.");
        }
        if (rate > 0 && backlog) {
            throw new StackException("--rate and --backlog are two different measurements: choose one.");
        }
        return new LoadOptions(
                rate > 0
                        ? rate * seconds
                        : arguments
                                .number("customers", "number of customers", MANY)
                                .orElse(10_000),
                arguments.number("connections", "number of connections", 1_000).orElse(8),
                rate,
                backlog,
                arguments.flag("own.stack").orElse(false),
                Duration.ofSeconds(
                        arguments.number("timeout", "number of seconds", MANY).orElse(600)),
                arguments.number("seed", "seed", MANY).orElse(1));
    }

    static List<String> names() {
        return new ArrayList<>(MEANINGS.keySet());
    }

    static String help() {
        var text = new StringBuilder("Creates customers over REST, and waits until each has its account number.\n\n");
        MEANINGS.forEach((name, meaning) -> text.append("  --%-14s %s%n".formatted(name, meaning)));
        return text.toString();
    }

    private static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        meanings.put("customers", "how many (default: 10000)");
        meanings.put("connections", "how many at the same time (default: 8)");
        meanings.put("rate", "so many per second, evenly, for --seconds (default 60), instead of as fast as possible");
        meanings.put("seconds", "how long, with --rate");
        meanings.put("backlog", "true: holds P-0001, creates all, releases it, and takes the time from there");
        meanings.put("own.stack", "true: starts a fresh stack for the measurement and ends it afterwards");
        meanings.put("timeout", "seconds after which missing numbers are given up (default: 600)");
        meanings.put("seed", "of the customers (default: 1)");
        meanings.put("help", "show this help");
        return meanings;
    }
}
