package io.counterpart.storefront;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The texts of the storefront: complete in both languages, each one used, and consents with a version. */
class MessagesTests {

    private static final Pattern KEY = Pattern.compile("'([a-z][a-zA-Z-]*(?:\\.[a-zA-Z-]+)*)'");
    private static final Pattern START = Pattern.compile("`([a-z]+\\.)\\$\\{");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

    private final Map<String, String> english = StorefrontFiles.messages("en");
    private final Map<String, String> german = StorefrontFiles.messages("de");

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(german.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) ->
                assertThat(parameters(german.getOrDefault(key, ""))).as(key).isEqualTo(parameters(text)));
    }

    @Test
    void everyTextThatAViewNamesExists() throws IOException {
        Set<String> named = found(Pattern.compile("\\bt\\(\\s*'([^']+)'")).collect(Collectors.toSet());

        assertThat(named).hasSizeGreaterThan(40);
        assertThat(english.keySet()).containsAll(named);
    }

    @Test
    void noTextIsUnused() throws IOException {
        Set<String> keys = found(KEY).collect(Collectors.toSet());
        Set<String> starts = found(START).collect(Collectors.toSet());

        assertThat(english.keySet().stream()
                        .filter(key -> !keys.contains(key))
                        .filter(key -> starts.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    @Test
    void aNewWordingOfTheConsentNeedsANewVersion() {
        String script = StorefrontFiles.read(StorefrontFiles.ROOT.resolve("app").resolve("consent.js"));

        assertThat(script).contains("WORDING = 'marketing-1'");
        assertThat(english).containsEntry("consent.text", "I agree to receive offers and news from the shop by email.");
        assertThat(german)
                .containsEntry(
                        "consent.text",
                        "Ich bin einverstanden, Angebote und Neuigkeiten des Shops per E-Mail zu erhalten.");
    }

    private static Set<String> parameters(String text) {
        return PARAMETER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Stream<String> found(Pattern pattern) throws IOException {
        return StorefrontFiles.scripts().stream()
                .map(StorefrontFiles::read)
                .flatMap(script -> pattern.matcher(script).results())
                .map(match -> match.group(1));
    }
}
