package io.counterpart.hq.language;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContext;
import org.springframework.context.i18n.LocaleContextHolder;

/** The languages in which HQ has texts. */
public enum PageLanguage {
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN);

    private final Locale locale;

    PageLanguage(Locale locale) {
        this.locale = locale;
    }

    Locale locale() {
        return locale;
    }

    static List<Locale> locales() {
        return Stream.of(values()).map(PageLanguage::locale).toList();
    }

    /** The language of a tag such as {@code de}. */
    static Optional<PageLanguage> of(String tag) {
        return Stream.of(values())
                .filter(language -> language.locale.toLanguageTag().equals(tag))
                .findFirst();
    }

    /** The locale of the page that this thread renders. Without a page it is English, whatever the machine speaks. */
    public static Locale current() {
        LocaleContext page = LocaleContextHolder.getLocaleContext();
        Locale locale = page == null ? null : page.getLocale();
        return locale == null ? Locale.ENGLISH : locale;
    }

    /** Whether the page that this thread renders has this language. */
    public boolean isCurrent() {
        return current().getLanguage().equals(locale.getLanguage());
    }

    /** Composes a text that leaves the page: what is sent is in English. */
    public static <T extends @Nullable Object> T inEnglish(Supplier<T> action) {
        return ENGLISH.compose(action);
    }

    /** Composes a text in this language, whatever the language of the page. */
    public <T extends @Nullable Object> T compose(Supplier<T> action) {
        LocaleContext page = LocaleContextHolder.getLocaleContext();
        LocaleContextHolder.setLocale(locale);
        try {
            return action.get();
        } finally {
            LocaleContextHolder.setLocaleContext(page);
        }
    }
}
