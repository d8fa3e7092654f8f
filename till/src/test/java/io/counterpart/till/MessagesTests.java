package io.counterpart.till;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.ContactType;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ReceiptOption;
import io.counterpart.contract.search.DuplicateReason;
import io.counterpart.contract.search.MatchedBy;

import static org.assertj.core.api.Assertions.assertThat;

/** The texts of the till: complete in both languages, and each one is used. */
class MessagesTests {

    private static final Pattern KEY =
            Pattern.compile("['`]([a-z][a-zA-Z-]*(?:\\.[a-zA-Z-]+)+|[a-z]+(?:-[a-z]+)*)['`]");
    private static final Pattern START = Pattern.compile("`([a-z]+\\.)\\$\\{");
    private static final Pattern PARAMETER = Pattern.compile("\\{\\w+}");

    private final Map<String, String> english = messages("en");
    private final Map<String, String> german = messages("de");

    @Test
    void bothLanguagesHaveTheSameTexts() {
        assertThat(german.keySet()).isEqualTo(english.keySet());
        english.forEach((key, text) ->
                assertThat(parameters(german.getOrDefault(key, ""))).as(key).isEqualTo(parameters(text)));
    }

    @Test
    void everyTextThatAViewNamesExists() throws IOException {
        Set<String> named =
                found(Pattern.compile("\\bt\\(\\s*'([^']+)'")).collect(Collectors.toCollection(TreeSet::new));

        assertThat(named).hasSizeGreaterThan(100);
        assertThat(english.keySet()).containsAll(named);
    }

    @Test
    void noTextIsUnused() throws IOException {
        Set<String> keys = found(KEY).collect(Collectors.toSet());
        Set<String> starts = found(START).collect(Collectors.toSet());

        assertThat(english.keySet().stream()
                        .map(key -> key.replaceFirst("\\.one$", ""))
                        .filter(key -> !keys.contains(key))
                        .filter(key -> starts.stream().noneMatch(key::startsWith)))
                .isEmpty();
    }

    @Test
    void valuesOfTheContractHaveNames() {
        assertThat(english.keySet())
                .containsAll(names("purpose.", AddressPurpose.values()))
                .containsAll(names("type.", CustomerType.values()))
                .containsAll(names("contact.", ContactType.values()))
                .containsAll(names("receipt.", ReceiptOption.values()))
                .containsAll(names("by.", DuplicateReason.values()))
                .containsAll(names("by.", MatchedBy.values()));
    }

    private static Set<String> names(String start, Enum<?>... values) {
        return Stream.of(values).map(value -> start + value.name()).collect(Collectors.toSet());
    }

    private static Set<String> parameters(String text) {
        return PARAMETER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Stream<String> found(Pattern pattern) throws IOException {
        return TillFiles.withSuffix(".js").stream()
                .map(TillFiles::read)
                .flatMap(script -> pattern.matcher(script).results())
                .map(match -> match.group(1));
    }

    private static Map<String, String> messages(String language) {
        return JsonMapper.shared()
                .readValue(
                        TillFiles.read(TillFiles.ROOT.resolve("messages").resolve(language + ".json")),
                        new TypeReference<>() {});
    }
}
