package io.counterpart.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The glossary names classes that exist. */
class GlossaryTests {

    private static final Path ROOT = Path.of("..");
    private static final Path GLOSSARY = ROOT.resolve("docs/glossary.md");
    private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w+)`");
    private static final int COLUMNS = 5;
    private static final int CLASS_COLUMN = 3;

    @Test
    void everyClassThatIsNamedExists() throws IOException {
        assertThat(classes())
                .containsAll(terms().stream()
                        .flatMap(term -> CLASS.matcher(term.get(CLASS_COLUMN)).results())
                        .map(match -> match.group(1))
                        .toList());
    }

    @Test
    void everyTermHasAMeaningANameInTheReferenceProductAndAClass() throws IOException {
        assertThat(terms()).hasSizeGreaterThan(50).allSatisfy(term -> {
            assertThat(term).hasSize(COLUMNS);
            assertThat(term.subList(0, CLASS_COLUMN)).noneMatch(String::isBlank);
            assertThat(CLASS.matcher(term.get(CLASS_COLUMN)).results().map(MatchResult::group))
                    .isNotEmpty();
        });
    }

    private static List<List<String>> terms() throws IOException {
        return Files.readAllLines(GLOSSARY).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Term |"))
                .map(line -> Arrays.stream(
                                line.substring(1, line.lastIndexOf('|')).split("\\|", -1))
                        .map(String::strip)
                        .toList())
                .toList();
    }

    private static Set<String> classes() throws IOException {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/main/java"))
                    .filter(Files::isDirectory)
                    .flatMap(GlossaryTests::typesBelow)
                    .collect(Collectors.toSet());
        }
    }

    private static Stream<String> typesBelow(Path sources) {
        try (Stream<Path> files = Files.walk(sources)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
