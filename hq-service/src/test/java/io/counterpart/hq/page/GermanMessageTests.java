package io.counterpart.hq.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The German texts say what the English ones say: each exists, with the same values to insert. */
class GermanMessageTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern INSERTED = Pattern.compile("\\{(\\d)");
    private static final Pattern QUOTED = Pattern.compile("„([^“”„]+)“");
    private static final Pattern PLAIN_QUOTED = Pattern.compile("“([^“”]+)”");

    /** Names, terms of German companies, and units. */
    private static final Set<String> SAME_IN_GERMAN = Set.of(
            ("Administrator, Bytes, Counterpart, Counterpart HQ, Details, Deutsch, Downloads, English, Filter, Format, "
                            + "ID, Job, Jobs, Maximum, Median, Minimum, Name, Operator, PIN, POS, POS offline, Person, "
                            + "Position, SHA-256, SMS, SWIFT, Service, Status, Text, Topic, Trace, UTC, Uploads, "
                            + "Version, Webhook, costCenter=100, in, d, h, min, ms, 1 ms, s")
                    .split(", ", -1));

    /** Names a section of the operating guide, which is in English. */
    private static final String OF_THE_GUIDE = "home.warning.unavailable.explanation";

    private static final Properties ENGLISH = new Properties();
    private static final Properties GERMAN = new Properties();

    @BeforeAll
    static void read() throws IOException {
        read("messages.properties", ENGLISH);
        read("messages_de.properties", GERMAN);
    }

    private static void read(String file, Properties into) throws IOException {
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(file), StandardCharsets.UTF_8)) {
            into.load(reader);
        }
    }

    @Test
    void bothFilesHaveTheSameKeysInTheSameOrder() throws IOException {
        assertThat(GERMAN.stringPropertyNames()).isEqualTo(ENGLISH.stringPropertyNames());
        assertThat(keysInOrder("messages_de.properties")).isEqualTo(keysInOrder("messages.properties"));
    }

    private static List<String> keysInOrder(String file) throws IOException {
        return Files.readAllLines(RESOURCES.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')))
                .toList();
    }

    @Test
    void bothTextsInsertTheSameValues() {
        var different = new TreeSet<>(ENGLISH.stringPropertyNames());
        different.removeIf(key -> all(INSERTED, german(key)).equals(all(INSERTED, english(key))));
        assertThat(different).isEmpty();
    }

    @Test
    void everyTextIsTranslatedAndAPattern() {
        var same = new TreeSet<String>();
        for (String key : ENGLISH.stringPropertyNames()) {
            String words = german(key)
                    .replaceAll("\\{.*?}", " ")
                    .replaceAll("[^\\p{L}\\d=-]+", " ")
                    .strip();
            if (german(key).equals(english(key))
                    && words.matches("(?s).*\\p{L}.*")
                    && !SAME_IN_GERMAN.contains(words)) {
                same.add(key + "=" + english(key));
            }
            new MessageFormat(german(key), Locale.GERMAN).format(new Object[0]);
        }
        assertThat(same).isEmpty();
        assertThat(GERMAN.values()).noneMatch(text -> text.toString().matches(".*['\"].*"));
    }

    /** A text that quotes a button, link, field or section in English quotes the same one in German. */
    @Test
    void quotedControlsExist() {
        var wrong = new TreeSet<String>();
        for (String key : ENGLISH.stringPropertyNames()) {
            for (String control : all(PLAIN_QUOTED, english(key))) {
                Set<String> translations = ENGLISH.stringPropertyNames().stream()
                        .filter(other -> english(other).equals(control))
                        .map(GermanMessageTests::german)
                        .collect(Collectors.toSet());
                if (!key.equals(OF_THE_GUIDE)
                        && !translations.isEmpty()
                        && all(QUOTED, german(key)).stream().noneMatch(translations::contains)) {
                    wrong.add(key + ": " + control + " is " + translations);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "home.warning.stuck.title | 1 | 1 Kunde hängt fest",
                "home.warning.stuck.title | 1234 | 1.234 Kunden hängen fest",
                "time.tenths | 0.4 | 0,4 s"
            })
    void numbersAreWrittenTheGermanWay(String key, double number, String text) {
        assertThat(new MessageFormat(german(key), Locale.GERMAN).format(new Object[] {number}))
                .isEqualTo(text);
    }

    private static String english(String key) {
        return ENGLISH.getProperty(key);
    }

    private static String german(String key) {
        return String.valueOf(GERMAN.getProperty(key));
    }

    private static Set<String> all(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
