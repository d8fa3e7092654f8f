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
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

/** Checks that templates, Java code and the message file match. */
class MessageFileTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern TEMPLATE_KEY = Pattern.compile("#\\{([\\w.-]+)");
    private static final Pattern JAVA_TEXT = Pattern.compile("\"([a-zA-Z]+(?:\\.[\\w-]+)+)\"");
    private static final Pattern TAG = Pattern.compile("<(?:\"[^\"]*\"|'[^']*'|[^'\">])*>");
    private static final Pattern VISIBLE_ATTRIBUTE =
            Pattern.compile("\\s(?:aria-label|placeholder|data-label|title|alt)=\"[^\"]*[A-Za-z]");

    /** Keys that the code composes: the last part of each is a string in the code, or in what channels report. */
    private static final Pattern COMPOSED = Pattern.compile("(?:value|field|audit\\.action)\\.(.+)");

    private static final Pattern ERROR_PAGE = Pattern.compile("error\\.\\d{3}\\.(?:title|explanation)");

    private static final Pattern QUOTED = Pattern.compile("“([^“”{}]+)”");

    /** Names in texts that are no controls. */
    private static final Set<String> DATA = Set.of("customer");

    private static final Properties MESSAGES = new Properties();
    private static String templates = "";
    private static String code = "";
    private static String codeOfChannels = "";

    @BeforeAll
    static void read() throws IOException {
        try (var reader = Files.newBufferedReader(RESOURCES.resolve("messages.properties"), StandardCharsets.UTF_8)) {
            MESSAGES.load(reader);
        }
        templates = String.join("\n", contents(RESOURCES.resolve("templates"), ".html"));
        code = String.join("\n", contents(Path.of("src/main/java"), ".java"))
                + String.join("\n", contents(Path.of("../shared-model/src/main/java"), ".java"));
        codeOfChannels = String.join("\n", contents(Path.of("../channel-service/src/main/java"), ".java"));
    }

    @Test
    void everyKeyInUseHasAText() {
        Set<String> groups = MESSAGES.stringPropertyNames().stream()
                .map(key -> key.substring(0, key.indexOf('.')))
                .collect(Collectors.toSet());
        var used = new TreeSet<>(matches(TEMPLATE_KEY, templates));
        matches(JAVA_TEXT, code).stream()
                .filter(text -> groups.contains(text.substring(0, text.indexOf('.'))))
                .forEach(used::add);
        used.removeAll(MESSAGES.stringPropertyNames());
        assertThat(used).isEmpty();
    }

    @Test
    void everyTextIsInUse() {
        Set<String> used = matches(TEMPLATE_KEY, templates);
        used.addAll(matches(JAVA_TEXT, code));
        var unused = new TreeSet<>(MESSAGES.stringPropertyNames());
        unused.removeIf(key -> used.contains(key) || isComposed(key));
        assertThat(unused).isEmpty();
    }

    private static boolean isComposed(String key) {
        if (ERROR_PAGE.matcher(key).matches()) {
            return true;
        }
        var composed = COMPOSED.matcher(key);
        return composed.matches()
                && Pattern.compile("\\b" + Pattern.quote(composed.group(1)) + "\\b")
                        .matcher(code + codeOfChannels)
                        .find();
    }

    @Test
    void templatesHaveNoTextOfTheirOwn() throws IOException {
        assertThat(ownTexts("<p title=\"Hello\">World</p>")).hasSize(2);
        List<String> templates = contents(RESOURCES.resolve("templates"), ".html");
        assertThat(templates)
                .hasSizeGreaterThan(30)
                .allSatisfy(template -> assertThat(ownTexts(template)).isEmpty());
    }

    private static Set<String> ownTexts(String template) {
        var found = new TreeSet<>(matches(Pattern.compile("(" + VISIBLE_ATTRIBUTE.pattern() + "[^\"]*)"), template));
        Stream.of(TAG.split(template.replaceAll("\\[\\[.*?]]", ""), -1))
                .map(String::strip)
                .filter(text -> text.matches("(?s).*\\p{L}.*"))
                .forEach(found::add);
        return found;
    }

    @Test
    void everyTextIsAPattern() {
        MESSAGES.forEach((key, text) -> assertThatCode(
                        () -> new MessageFormat(text.toString(), Locale.US).format(new Object[0]))
                .as(key.toString())
                .doesNotThrowAnyException());
        assertThat(MESSAGES.values()).noneMatch(text -> text.toString().contains("'"));
    }

    /** Texts quote the names of buttons, links, fields and sections. */
    @Test
    void textsNameOnlyControlsThatExist() {
        Set<String> controls = controls();
        assertThat(controls).contains("Create as new customer", "Dead letters", "To");
        assertThat(unknown("Use “Create anyway” or “Create as new customer”.", controls))
                .containsExactly("Create anyway");
        assertThat(unknown(MESSAGES.values().toString(), controls)).isEmpty();
    }

    private static Set<String> unknown(String text, Set<String> controls) {
        Set<String> named = matches(QUOTED, text);
        named.removeAll(controls);
        named.removeAll(DATA);
        return named;
    }

    private static Set<String> controls() {
        var keys = new TreeSet<String>();
        Jsoup.parse(templates)
                .select("a, button, summary, label, h1, h2, h3")
                .forEach(control -> keys.addAll(matches(TEMPLATE_KEY, control.outerHtml())));
        MESSAGES.stringPropertyNames().stream()
                .filter(key -> key.startsWith("menu."))
                .forEach(keys::add);
        return keys.stream().map(MESSAGES::getProperty).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> matches(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult found) -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> contents(Path folder, String ending) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .map(MessageFileTests::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
