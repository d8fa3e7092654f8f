package io.counterpart.hq.language;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/** A sentence in both languages, with places for what is inserted, such as {@code {0}} or {@code {field}}. */
record SentencePattern(String english, String german, Pattern matcher) {

    private static final Pattern PLACE = Pattern.compile("\\{(\\d|name|field|sentence)}");

    SentencePattern(String english, String german) {
        this(english, german, Pattern.compile(expression(english), Pattern.DOTALL));
    }

    private static String expression(String english) {
        var expression = new StringBuilder();
        Matcher place = PLACE.matcher(english);
        int from = 0;
        while (place.find()) {
            expression.append(Pattern.quote(english.substring(from, place.start())));
            String group = group(place.group(1));
            expression.append("(?<").append(group).append(group.equals("name") ? ">\\S+)" : ">.+?)");
            from = place.end();
        }
        return expression.append(Pattern.quote(english.substring(from))).toString();
    }

    private static String group(String place) {
        return Character.isDigit(place.charAt(0)) ? "value" + place : place;
    }

    /** The length of the text that does not vary; the pattern with the longest one that matches is the right one. */
    int specificity() {
        return PLACE.matcher(english).replaceAll("").length();
    }

    /**
     * The German sentence, or null if it is another one.
     *
     * @param inserted translates what is inserted, by the kind of its place
     */
    @Nullable String translate(String sentence, BinaryOperator<String> inserted) {
        Matcher matching = matcher.matcher(sentence);
        if (!matching.matches()) {
            return null;
        }
        Map<String, String> values = new HashMap<>();
        PLACE.matcher(english)
                .results()
                .map(place -> place.group(1))
                .forEach(place -> values.put(place, inserted.apply(place, matching.group(group(place)))));
        return PLACE.matcher(german)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), "")));
    }
}
