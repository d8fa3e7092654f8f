package io.counterpart.benchmarks.measure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import io.counterpart.stack.options.Arguments;
import io.counterpart.stack.process.StackException;

/**
 * The benchmarks to run, and their sizes.
 *
 * @param only their ids, in the order in which they are run
 * @param shortForm small numbers and few runs: shows that the benchmarks work, not how fast anything is
 * @param customers of a backlog
 * @param runs of each benchmark that can be repeated
 * @param statements whether PostgreSQL collects statement statistics, to analyze the time of P3
 * @param out the directory for the results
 */
record BenchmarkOptions(List<String> only, boolean shortForm, int customers, int runs, boolean statements, Path out) {

    private static final int MANY = 10_000_000;
    private static final Map<String, String> MEANINGS = meanings();

    static BenchmarkOptions parse(List<String> commandLine, List<String> known) {
        var arguments = Arguments.read(commandLine, new ArrayList<>(MEANINGS.keySet()));
        boolean shortForm = arguments.flag("short").orElse(false);
        List<String> only = arguments
                .text("only")
                .map(text -> Stream.of(text.toUpperCase(Locale.ROOT).split(",", -1))
                        .map(BenchmarkOptions::isSelected)
                        .toList())
                .orElse(known);
        for (String id : only) {
            if (!known.contains(id)) {
                throw new StackException("There is no measure %s, only %s.".formatted(id, String.join(", ", known)));
            }
        }
        return new BenchmarkOptions(
                known.stream().filter(only::contains).toList(),
                shortForm,
                arguments.number("customers", "number of customers", MANY).orElse(shortForm ? 300 : 50_000),
                arguments.number("runs", "number of runs", 100).orElse(shortForm ? 1 : 5),
                arguments.flag("statements").orElse(false),
                Path.of(arguments.text("out").orElse("benchmarks/target/results")));
    }

    // The CPU time is measured with the backlog.
    private static String isSelected(String id) {
        return id.equals("P8") ? "P3" : id;
    }

    /** Returns the first value in the short form, otherwise the second. */
    int either(int small, int normal) {
        return shortForm ? small : normal;
    }

    static String help(List<Benchmark> measures) {
        var text = new StringBuilder("Measures the whole system on a stack that it starts itself.\n\n");
        MEANINGS.forEach((name, meaning) -> text.append("  --%-10s %s%n".formatted(name, meaning)));
        text.append("\n");
        measures.forEach(measure -> text.append("  %-4s %s%n".formatted(measure.id(), measure.title())));
        return text.toString();
    }

    private static Map<String, String> meanings() {
        var meanings = new LinkedHashMap<String, String>();
        meanings.put("only", "the measures to take, as P3,P10 (default: all)");
        meanings.put("short", "true: small numbers and one run, to see that it works");
        meanings.put("customers", "of the backlog of P3 (default: 50000); P5 takes ten times as many, P10 twice");
        meanings.put("runs", "of each measure that can be repeated (default: 5)");
        meanings.put("statements", "true: the dearest statements of P3, as PostgreSQL counts them");
        meanings.put("out", "where the results are written (default: benchmarks/target/results)");
        meanings.put("help", "show this help");
        return meanings;
    }
}
