package io.counterpart.hq.language;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Translates English sentences for pages: the reasons of problems and of rejected operations, and the names of features
 * and jobs. They are stored, or part of the API, and so remain in English themselves.
 */
@Component
public class Sentences {

    private static final String LABEL = "field.";

    private final Map<String, String> whole = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();
    private final List<SentencePattern> patterns;

    public Sentences() {
        ResourceBundle english = bundle("sentences", Locale.ROOT);
        ResourceBundle german = bundle("sentences", Locale.GERMAN);
        patterns = english.keySet().stream()
                .map(key -> new SentencePattern(english.getString(key), german.getString(key)))
                .filter(this::hasInsertions)
                .sorted(Comparator.comparing(SentencePattern::specificity).reversed())
                .toList();
        ResourceBundle texts = bundle("messages", Locale.GERMAN);
        texts.keySet().stream()
                .filter(key -> key.startsWith(LABEL))
                .forEach(key -> labels.put(words(key.substring(LABEL.length())), texts.getString(key)));
    }

    private static ResourceBundle bundle(String name, Locale locale) {
        return ResourceBundle.getBundle(name, locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    private boolean hasInsertions(SentencePattern pattern) {
        if (pattern.specificity() == pattern.english().length()) {
            whole.put(pattern.english(), pattern.german());
            return false;
        }
        return true;
    }

    /** The sentence in the language of the page; a sentence that is not known remains as it is. */
    public String inPageLanguage(@Nullable String english) {
        if (english == null) {
            return "";
        }
        return PageLanguage.GERMAN.isCurrent() ? inGerman(english) : english;
    }

    private String inGerman(String english) {
        boolean ends = english.endsWith(".");
        String sentence = ends ? english.substring(0, english.length() - 1) : english;
        String known = whole.get(sentence);
        Optional<String> german = known != null ? Optional.of(known) : composed(sentence);
        return german.map(it -> ends ? it + "." : it).orElseGet(() -> inParts(english));
    }

    // The title and the detail of a problem, for example.
    private String inParts(String english) {
        int end = english.indexOf(". ");
        return end < 0 ? english : inGerman(english.substring(0, end)) + ". " + inGerman(english.substring(end + 2));
    }

    private Optional<String> composed(String english) {
        return patterns.stream()
                .map(pattern -> pattern.translate(english, this::inserted))
                .flatMap(Stream::ofNullable)
                .findFirst();
    }

    private String inserted(String kind, String text) {
        return switch (kind) {
            case "sentence" -> inGerman(text);
            case "field" -> labels.getOrDefault(words(text), text);
            default -> text;
        };
    }

    // "zipCode" and "Zip code" are the same field.
    private static String words(String field) {
        return field.replaceAll("([a-z])([A-Z])", "$1 $2").toLowerCase(Locale.ROOT);
    }
}
