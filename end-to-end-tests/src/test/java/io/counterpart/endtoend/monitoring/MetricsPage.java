package io.counterpart.endtoend.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a service shows to Prometheus.
 *
 * @param families by name, as {@code # TYPE} lists them: a counter with its suffix, a histogram without
 */
public record MetricsPage(Map<String, Family> families, List<Sample> samples) {

    private static final Pattern META = Pattern.compile("# (HELP|TYPE) (\\S+) ?(.*)");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)})? (\\S+).*");
    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\]|\\\\.)*)\"");

    public static MetricsPage parse(String text) {
        var help = new TreeMap<String, String>();
        var types = new TreeMap<String, String>();
        var samples = new ArrayList<Sample>();
        text.lines().forEach(line -> {
            Matcher meta = META.matcher(line);
            Matcher sample = SAMPLE.matcher(line);
            if (meta.matches()) {
                (meta.group(1).equals("HELP") ? help : types).put(meta.group(2), meta.group(3));
            } else if (sample.matches()) {
                String labels = sample.group(2) == null ? "" : sample.group(2);
                samples.add(new Sample(sample.group(1), labels(labels), Double.parseDouble(sample.group(3))));
            }
        });
        var families = new TreeMap<String, Family>();
        types.forEach((name, type) -> families.put(name, new Family(name, type, help.getOrDefault(name, ""))));
        return new MetricsPage(families, samples);
    }

    /** The content of several instances together. */
    public static MetricsPage all(List<MetricsPage> pages) {
        var families = new TreeMap<String, Family>();
        pages.forEach(page -> families.putAll(page.families));
        return new MetricsPage(
                families, pages.stream().flatMap(page -> page.samples.stream()).toList());
    }

    /** The samples of a metric whose labels match. */
    public List<Sample> find(String metric, Map<String, Pattern> labels) {
        return of(metric)
                .filter(sample -> labels.entrySet().stream()
                        .allMatch(label -> label.getValue()
                                .matcher(sample.labels().getOrDefault(label.getKey(), ""))
                                .matches()))
                .toList();
    }

    /** The value of the only sample with this metric and label; without a label, of the only sample. */
    public double value(String metric, Map<String, String> labels) {
        return of(metric)
                .filter(sample -> sample.labels().entrySet().containsAll(labels.entrySet()))
                .mapToDouble(Sample::value)
                .max()
                .orElse(Double.NaN);
    }

    Stream<Sample> of(String metric) {
        return samples.stream().filter(sample -> sample.metric().equals(metric));
    }

    /** The labels of a family, without those of a bucket. */
    public List<String> labelsOf(String family) {
        return samples.stream()
                .filter(sample ->
                        sample.metric().equals(family) || sample.metric().equals(family + "_count"))
                .flatMap(sample -> sample.labels().keySet().stream())
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    private static Map<String, String> labels(String text) {
        var labels = new TreeMap<String, String>();
        LABEL.matcher(text).results().forEach(label -> labels.put(label.group(1), label.group(2)));
        return labels;
    }

    /** A metric with its description. */
    public record Family(String name, String type, String description) {}

    /** One line with a value. */
    public record Sample(String metric, Map<String, String> labels, double value) {}
}
