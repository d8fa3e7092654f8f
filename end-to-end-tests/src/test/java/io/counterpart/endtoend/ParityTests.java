package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The parity table of rules of the reference product names tests that exist. */
class ParityTests {

    private static final Path ROOT = Path.of("..");
    private static final Path TABLE = ROOT.resolve("docs/parity.md");
    private static final Pattern TEST = Pattern.compile("`([A-Z]\\w+(?:IT|Tests|Scenario))\\.(\\w+)`");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Map<String, String> sources = sources();

        assertThat(named()).hasSizeGreaterThan(80).allSatisfy(test -> {
            assertThat(sources).containsKey(test.get(0));
            assertThat(sources.get(test.get(0))).contains("void " + test.get(1) + "(");
        });
    }

    @Test
    void everyRuleHasATestOrAReason() throws IOException {
        assertThat(Files.readAllLines(TABLE))
                .filteredOn(line -> line.startsWith("| ") && !line.startsWith("| rule |"))
                .filteredOn(line -> !TEST.matcher(line).find())
                .filteredOn(line -> !line.contains("held by"))
                .allMatch(line -> line.contains("out of scope") || line.contains("not of the services"));
    }

    private static List<List<String>> named() throws IOException {
        return TEST.matcher(Files.readString(TABLE))
                .results()
                .map(match -> List.of(match.group(1), match.group(2)))
                .distinct()
                .toList();
    }

    private static Map<String, String> sources() throws IOException {
        var sources = new HashMap<String, String>();
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path tests : modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .toList()) {
                try (Stream<Path> files = Files.walk(tests)) {
                    for (Path file :
                            files.filter(it -> it.toString().endsWith(".java")).toList()) {
                        String name = file.getFileName().toString().replace(".java", "");
                        sources.merge(name, Files.readString(file), String::concat);
                    }
                }
            }
        }
        return sources;
    }
}
