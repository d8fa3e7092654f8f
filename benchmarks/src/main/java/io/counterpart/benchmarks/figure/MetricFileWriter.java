package io.counterpart.benchmarks.figure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes the metrics as JSON and as a chart. */
public final class MetricFileWriter {

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private MetricFileWriter() {}

    /** Writes {@code benchmarks.json} and {@code benchmarks.svg} to the directory. */
    public static void write(Path directory, Map<String, String> surroundings, List<Metric> figures)
            throws IOException {
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("benchmarks.json"), json(surroundings, figures));
        Files.writeString(directory.resolve("benchmarks.svg"), new MetricChart(surroundings, figures).svg());
    }

    static String json(Map<String, String> surroundings, List<Metric> figures) {
        var all = new LinkedHashMap<String, Object>();
        all.put("surroundings", surroundings);
        all.put("figures", figures.stream().map(MetricFileWriter::entry).toList());
        return JSON.writeValueAsString(all);
    }

    private static Map<String, @Nullable Object> entry(Metric figure) {
        MetricGoal aim = figure.aim();
        var entry = new LinkedHashMap<String, @Nullable Object>();
        entry.put("measure", figure.measure());
        entry.put("what", figure.what());
        entry.put("unit", figure.unit());
        entry.put("median", figure.median());
        entry.put("values", figure.values());
        entry.put("better", aim == null ? null : aim.better());
        entry.put("bar", aim == null ? null : aim.bar());
        entry.put("goal", aim == null ? null : aim.goal());
        entry.put("met", figure.verdict());
        return entry;
    }
}
