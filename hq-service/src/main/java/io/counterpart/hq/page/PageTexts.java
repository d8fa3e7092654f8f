package io.counterpart.hq.page;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Resolves the texts of {@code messages.properties} for templates and Java code. */
@Component
public class PageTexts {

    private final MessageSource messages;

    PageTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The text of a message; any other object is its own text. */
    public String of(@Nullable Object text) {
        if (text instanceof PageMessage message) {
            return messages.getMessage(message, LocaleContextHolder.getLocale());
        }
        return text == null ? "" : text.toString();
    }

    public String text(String key, Object... values) {
        return of(PageMessage.of(key, values));
    }

    String textOr(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, LocaleContextHolder.getLocale()));
    }
}
