package io.counterpart.endtoend.monitoring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of metrics and the code name the same metrics; a loaded system is compared in {@code MetricsScenario}. */
class MetricsTableTests {

    private static final Pattern NAME = Pattern.compile("\"((?:counterpart|hq)(?:\\.[a-z0-9]+){1,})\"");
    private static final Pattern SUFFIX = Pattern.compile("(_seconds|_bytes)?(_total)?");

    @Test
    void everyMetricOfTheCodeIsInTheTable() throws IOException {
        Set<String> documented = MetricsTable.documented().keySet();

        assertThat(ofTheCode())
                .hasSizeGreaterThan(40)
                .allSatisfy(metric -> assertThat(documented).anyMatch(it -> isNamed(it, metric)));
    }

    @Test
    void everyMetricOfTheTableIsInTheCode() throws IOException {
        Set<String> metrics = ofTheCode();

        assertThat(MetricsTable.documented().keySet())
                .allSatisfy(it -> assertThat(metrics).anyMatch(metric -> isNamed(it, metric)));
    }

    private static boolean isNamed(String documented, String metric) {
        return documented.startsWith(metric)
                && SUFFIX.matcher(documented.substring(metric.length())).matches();
    }

    private static Set<String> ofTheCode() throws IOException {
        var names = new TreeSet<String>();
        for (Path file : sources()) {
            String text = Files.readString(file);
            if (text.contains("import io.micrometer.core")) {
                NAME.matcher(text)
                        .results()
                        .forEach(name -> names.add(name.group(1).replace('.', '_')));
            }
        }
        return names;
    }

    private static List<Path> sources() throws IOException {
        var sources = new ArrayList<Path>();
        for (String module : List.of("reliable-messaging", "service-support", "channel-service", "hq-service")) {
            try (Stream<Path> files = Files.walk(MonitoringFiles.ROOT.resolve(module + "/src/main/java"))) {
                files.filter(it -> it.toString().endsWith(".java")).forEach(sources::add);
            }
        }
        return sources;
    }
}
