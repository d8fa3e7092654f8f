package io.counterpart.endtoend.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The rules of Prometheus and the dashboards of Grafana in this repository. */
public final class MonitoringFiles {

    static final Path ROOT = Path.of("..");
    static final Path PROMETHEUS = ROOT.resolve("docker/prometheus");
    static final Path DASHBOARDS = ROOT.resolve("docker/grafana/dashboards");

    private static final Pattern VALUES = Pattern.compile("label_values\\((\\w+), (\\w+)\\)");

    private MonitoringFiles() {}

    /** All rules of the files that Prometheus is configured to read. */
    public static List<Rule> rules() throws IOException {
        var rules = new ArrayList<Rule>();
        for (String file : ruleFiles()) {
            for (Map<String, Object> group : list(yaml(PROMETHEUS.resolve(file)).get("groups"))) {
                list(group.get("rules")).forEach(rule -> rules.add(Rule.of(rule)));
            }
        }
        return rules;
    }

    static List<String> ruleFiles() throws IOException {
        return yaml(PROMETHEUS.resolve("prometheus.yml")).get("rule_files") instanceof List<?> files
                ? files.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** The queries of each dashboard, those of its variables included, by file and title of the panel. */
    public static Map<String, String> dashboardQueries() throws IOException {
        var queries = new LinkedHashMap<String, String>();
        for (Path file : dashboards()) {
            JsonNode board = JsonMapper.shared().readTree(Files.readString(file));
            for (JsonNode variable : board.path("templating").path("list")) {
                String query = variable.path("query").path("query").asString();
                queries.put(
                        "%s: $%s"
                                .formatted(
                                        file.getFileName(),
                                        variable.path("name").asString()),
                        VALUES.matcher(query).replaceFirst("count by ($2) ($1)"));
            }
            for (JsonNode panel : board.path("panels")) {
                for (JsonNode target : panel.path("targets")) {
                    String where = "%s: %s %s"
                            .formatted(
                                    file.getFileName(),
                                    panel.path("title").asString(),
                                    target.path("refId").asString());
                    queries.put(where, target.path("expr").asString());
                }
            }
        }
        return queries;
    }

    static List<Path> dashboards() throws IOException {
        try (Stream<Path> files = Files.list(DASHBOARDS)) {
            return files.filter(it -> it.toString().endsWith(".json")).sorted().toList();
        }
    }

    static Map<String, Object> yaml(Path file) throws IOException {
        return new Yaml().load(Files.readString(file));
    }

    @SuppressWarnings("unchecked") // another form is invalid here
    static List<Map<String, Object>> list(@Nullable Object node) {
        return node == null ? List.of() : (List<Map<String, Object>>) node;
    }

    /**
     * An alert, or a series that Prometheus records.
     *
     * @param alert whether it is an alert
     * @param runBook where the alert leads; null for a recorded series
     */
    public record Rule(
            String name,
            boolean alert,
            String expression,
            @Nullable String runBook) {

        static Rule of(Map<String, Object> rule) {
            boolean alert = rule.containsKey("alert");
            Object annotations = rule.getOrDefault("annotations", Map.of());
            Object runBook = ((Map<?, ?>) annotations).get("run_book");
            return new Rule(
                    String.valueOf(rule.get(alert ? "alert" : "record")),
                    alert,
                    String.valueOf(rule.get("expr")),
                    runBook == null ? null : String.valueOf(runBook));
        }
    }
}
