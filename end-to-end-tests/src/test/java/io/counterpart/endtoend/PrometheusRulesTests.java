package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.endtoend.monitoring.MonitoringFiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** Prometheus accepts the rules, and each alert fires when it should and not before. */
class PrometheusRulesTests {

    private static final Path RULES = Path.of("../docker/prometheus");
    private static final Path COPY = Path.of("target", "prometheus");
    private static final List<String> TEST =
            List.of("promtool", "test", "rules", "alerts-test.yml", "objectives-test.yml");

    @BeforeAll
    static void copy() throws IOException {
        assumeTrue(ShellCommand.exists("promtool"), "There is no promtool here: the alert rules are not tested");
        Files.createDirectories(COPY);
        try (Stream<Path> files = Files.list(RULES)) {
            for (Path file : files.toList()) {
                Files.copy(file, COPY.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"prometheus.yml", "cluster.yml"})
    void prometheusAcceptsTheConfiguration(String file) throws IOException {
        String said =
                ShellCommand.run(log("check"), RULES, List.of("promtool", "check", "config", "--lint-fatal", file));

        assertThat(said).contains("2 rule files found");
    }

    @Test
    void everyAlertFiresWhenItShouldAndNotBefore() throws IOException {
        assertThat(ShellCommand.run(log("test"), RULES, TEST)).contains("SUCCESS");
    }

    @Test
    void anAlertWithAnotherLimitIsFound() throws IOException {
        Path changed = COPY.resolve("alerts.yml");
        Files.writeString(changed, Files.readString(RULES.resolve("alerts.yml")).replace("< 10000", "< 9999"));

        assertThat(ShellCommand.succeeds(
                        log("changed"),
                        List.of(
                                "promtool",
                                "test",
                                "rules",
                                COPY.resolve("alerts-test.yml").toString())))
                .isFalse();
    }

    @Test
    void everyQueryOfADashboardIsValid() throws IOException {
        var rules = new StringBuilder("groups:\n  - name: dashboards\n    rules:\n");
        int number = 0;
        for (String query : MonitoringFiles.dashboardQueries().values()) {
            rules.append("      - record: query%d%n        expr: '%s'%n".formatted(number++, query));
        }
        Files.writeString(COPY.resolve("dashboards.yml"), rules);

        String said =
                ShellCommand.run(log("dashboards"), COPY, List.of("promtool", "check", "rules", "dashboards.yml"));
        assertThat(said).contains(number + " rules found");
    }

    private static Path log(String name) {
        return COPY.resolve(name + ".log").toAbsolutePath();
    }
}
