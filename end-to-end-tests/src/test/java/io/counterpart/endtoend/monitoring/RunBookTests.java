package io.counterpart.endtoend.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import io.counterpart.endtoend.monitoring.MonitoringFiles.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/** Each alert has a run book and a test, and none of them is without its alert. */
class RunBookTests {

    private static final Path RUN_BOOKS = MonitoringFiles.ROOT.resolve("docs/run-books.md");
    private static final Pattern SECTION = Pattern.compile("(?m)^### ");
    private static final List<String> PARTS = List.of("**What it means.**", "**How to see it.**", "**What to do.**");

    @Test
    void everyAlertHasItsSectionAndViceVersa() throws IOException {
        assertThat(sections().keySet())
                .hasSizeGreaterThan(25)
                .containsExactlyInAnyOrderElementsOf(
                        alerts().stream().map(Rule::name).distinct().toList());
    }

    @Test
    void everySectionSaysWhatItMeansHowToSeeItAndWhatToDo() throws IOException {
        assertThat(sections())
                .allSatisfy((name, text) -> assertThat(text).as(name).containsSubsequence(PARTS));
    }

    @Test
    void everyAlertLeadsToItsSection() throws IOException {
        assertThat(alerts())
                .allSatisfy(alert -> assertThat(alert.runBook())
                        .isEqualTo("docs/run-books.md#" + alert.name().toLowerCase(Locale.ROOT)));
    }

    @Test
    void everyAlertIsTestedBeforeAndAfterItFires() throws IOException {
        Map<String, List<Boolean>> tested = new TreeMap<>();
        for (String file : MonitoringFiles.ruleFiles()) {
            Path tests = MonitoringFiles.PROMETHEUS.resolve(file.replace(".yml", "-test.yml"));
            for (Map<String, Object> test :
                    MonitoringFiles.list(MonitoringFiles.yaml(tests).get("tests"))) {
                for (Map<String, Object> check : MonitoringFiles.list(test.get("alert_rule_test"))) {
                    boolean fires = !((List<?>) check.getOrDefault("exp_alerts", List.of())).isEmpty();
                    tested.computeIfAbsent(String.valueOf(check.get("alertname")), it -> new java.util.ArrayList<>())
                            .add(fires);
                }
            }
        }

        assertThat(tested.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        alerts().stream().map(Rule::name).distinct().toList());
        assertThat(tested)
                .allSatisfy((name, fires) -> assertThat(fires).as(name).contains(false, true));
    }

    private static List<Rule> alerts() throws IOException {
        return MonitoringFiles.rules().stream().filter(Rule::alert).toList();
    }

    private static Map<String, String> sections() throws IOException {
        var sections = new TreeMap<String, String>();
        Arrays.stream(SECTION.split(Files.readString(RUN_BOOKS)))
                .skip(1)
                .forEach(section -> sections.put(section.lines().findFirst().orElse(""), section));
        return sections;
    }
}
