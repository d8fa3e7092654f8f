package io.counterpart.hq.job;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;

import io.counterpart.hq.language.PageLanguage;

/** The words for schedules, in the language of the page. */
final class ScheduleWords {

    private static final Control NO_FALLBACK = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);

    private ScheduleWords() {}

    static String text(String key, Object... values) {
        Locale language = PageLanguage.current();
        // Java keeps the bundles.
        String pattern =
                ResourceBundle.getBundle("schedule", language, NO_FALLBACK).getString(key);
        return new MessageFormat(pattern, language).format(values);
    }

    /** The parts as a list in words. */
    static String join(List<String> parts) {
        if (parts.size() < 2) {
            return String.join("", parts);
        }
        int last = parts.size() - 1;
        return String.join(", ", parts.subList(0, last)) + " " + text("and") + " " + parts.get(last);
    }
}
