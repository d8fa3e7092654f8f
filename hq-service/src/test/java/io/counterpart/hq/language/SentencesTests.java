package io.counterpart.hq.language;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;

import io.counterpart.hq.problem.HqProblem;

import static org.assertj.core.api.Assertions.assertThat;

/** German pages translate the sentences that the code composes in English. */
class SentencesTests {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern PLACE = Pattern.compile("\\{(?:\\d|name|field|sentence)}");

    /** What rejects a request of a page, an edit of a customer, an operation or a record of an import. */
    private static final Pattern REJECTION = Pattern.compile(
            "(?s)(?:because|Problem\\.validation|FieldError|\\binvalid|new Rejected|\\bwhen|RejectedException(?:\\.\\w+)?"
                    + "|UnreadableFileException|InvalidRecurrenceException|errors\\.add|everyOne)\\((.*?);");

    private static final Pattern SENTENCE = Pattern.compile("\"([^\"\\\\]*[a-z]{2} [^\"\\\\]*)\"");

    /** Only programs send what these classes reject. */
    private static final Set<String> OF_PROGRAMS = Set.of(
            "CustomerUploadService",
            "DeadLetterController",
            "ETags",
            "FunctionalityProfileController",
            "ManagementSecurityConfiguration",
            "RealTimeController",
            "RealTimeOrderController",
            "RealTimeRequestReader",
            "SecurityConfiguration",
            "SynchronizationOperationController",
            "UnavailableOperationController",
            "UploadRerunController",
            "UploadRerunService");

    /** Values of parameters that no page has, and parts of a sentence. */
    private static final Set<String> NOT_ON_PAGES = Set.of(
            "Use the nextCursor of a response",
            "the name of an attribute",
            "Too many %2$s (limit %1$d).",
            "Duplicate %s.",
            "The customer has no account number yet. Try again in a few seconds.");

    private final Sentences sentences = new Sentences();

    @BeforeEach
    void setLocale() {
        LocaleContextHolder.setLocale(Locale.GERMAN);
    }

    @AfterEach
    void resetLocale() {
        LocaleContextHolder.resetLocaleContext();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Customer not found | Kunde nicht gefunden",
                "Customer not found. | Kunde nicht gefunden.",
                "Must be between 1 and 500 | Muss zwischen 1 und 500 liegen",
                "Zip code has more than 10 characters. | Postleitzahl hat mehr als 10 Zeichen.",
                "2 fields are invalid: A value is required | 2 Felder sind ungültig: Ein Wert ist erforderlich",
                "Customer group “A. B” doesn’t exist. | Kundengruppe „A. B“ existiert nicht.",
                "HQ keeps retrying: An address requires at least one value. | "
                        + "Die Zentrale versucht es weiter: Eine Adresse benötigt mindestens einen Wert.",
                "Version mismatch. The resource has changed since you read it. Read it again and repeat your change. | "
                        + "Inzwischen geändert. Die Daten haben sich geändert, seit Sie sie geöffnet haben. "
                        + "Laden Sie die Seite neu und wiederholen Sie Ihre Änderung.",
                "Channel database group EAST | Kanaldatenbankgruppe EAST",
                "User ada left | User ada left",
                "Written by a person. | Written by a person."
            })
    void aSentenceIsTranslatedByItsText(String english, String german) {
        assertThat(sentences.inPageLanguage(english)).isEqualTo(german);
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        assertThat(sentences.inPageLanguage(english)).isEqualTo(english);
    }

    @Test
    void aThreadWithoutAPageSpeaksEnglish() {
        Locale machine = Locale.getDefault();
        LocaleContextHolder.resetLocaleContext();
        Locale.setDefault(Locale.GERMANY);
        try {
            assertThat(sentences.inPageLanguage("Customer not found")).isEqualTo("Customer not found");
        } finally {
            Locale.setDefault(machine);
        }
    }

    @Test
    void everyReasonThatAPageShowsIsTranslated() throws IOException {
        var unknown = new TreeSet<String>();
        for (Path file : sources()) {
            String type = file.getFileName().toString().replace(".java", "");
            if (!OF_PROGRAMS.contains(type)) {
                reasons(read(file)).stream()
                        .filter(reason -> !NOT_ON_PAGES.contains(reason) && !isKnown(reason))
                        .forEach(reason -> unknown.add(type + ": " + reason));
            }
        }
        assertThat(unknown).isEmpty();
        assertThat(reasons("throw because(\"Not \" + \"so %d.\");")).containsExactly("Not so %d.");
    }

    @Test
    void everyProblemIsTranslated() {
        assertThat(HqProblem.values()).allSatisfy(problem -> {
            assertThat(isKnown(problem.title())).as(problem.title()).isTrue();
            assertThat(isKnown(problem.meaning())).as(problem.meaning()).isTrue();
        });
    }

    private boolean isKnown(String reason) {
        String sentence = reason.replaceAll("%(?:\\d\\$)?[ds]", "7");
        // The predicate of a field has no subject, and what the code appends is no part of the text.
        return Stream.of(sentence, "City " + sentence, sentence + "7")
                .anyMatch(it -> !sentences.inPageLanguage(it).equals(it));
    }

    private static Set<String> reasons(String code) {
        return REJECTION
                .matcher(code.replaceAll("\"\\s*\\+\\s*\"", ""))
                .results()
                .flatMap(call -> SENTENCE.matcher(call.group(1)).results())
                .map((MatchResult text) -> text.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @CsvSource({"sentences", "schedule"})
    void bothLanguagesHaveTheSameKeysAndPlaces(String bundle) throws IOException {
        Properties english = load(bundle + ".properties");
        Properties german = load(bundle + "_de.properties");
        assertThat(german.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        assertThat(english.stringPropertyNames()).hasSizeGreaterThan(20).allSatisfy(key -> {
            assertThat(places(german.getProperty(key))).as(key).isEqualTo(places(english.getProperty(key)));
            assertThat(german.getProperty(key)).isNotEqualTo(english.getProperty(key));
        });
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    private static Properties load(String file) throws IOException {
        var texts = new Properties();
        try (var reader = Files.newBufferedReader(RESOURCES.resolve(file), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("openapi"))
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
