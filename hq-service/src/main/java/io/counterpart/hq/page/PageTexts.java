package io.counterpart.hq.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import io.counterpart.hq.language.PageLanguage;

/** Resolves the texts of {@code messages.properties} for templates and Java code. */
@Component
public class PageTexts {

    // While a text is composed, each of its points in time is a character for private use.
    private static final char FIRST_TIME = '\uE000';
    private static final Pattern TIMES = Pattern.compile("(?<=[\uE000-\uE0FF])|(?=[\uE000-\uE0FF])");
    private static final Pattern PRIVATE_USE = Pattern.compile("[\uE000-\uE0FF]");

    private final MessageSource messages;

    PageTexts(MessageSource messages) {
        this.messages = messages;
    }

    /** The text of a message; any other object is its own text. */
    public String of(@Nullable Object text) {
        if (text instanceof PageMessage message) {
            return messages.getMessage(message, PageLanguage.current());
        }
        return text == null ? "" : text.toString();
    }

    public String text(String key, Object... values) {
        return of(PageMessage.of(key, values));
    }

    /** The parts of a text, so that its points in time are shown like all others of the page. */
    public List<TextPart> parts(PageMessage message) {
        var times = new ArrayList<Instant>();
        var values = new ArrayList<Object>();
        for (Object value : message.values()) {
            if (value instanceof Instant at) {
                values.add(String.valueOf((char) (FIRST_TIME + times.size())));
                times.add(at);
            } else {
                values.add(
                        value instanceof String text ? PRIVATE_USE.matcher(text).replaceAll(" ") : value);
            }
        }
        String text = of(new PageMessage(message.key(), values));
        return Stream.of(TIMES.split(text, -1))
                .filter(part -> !part.isEmpty())
                .map(part -> PRIVATE_USE.matcher(part).matches()
                        ? new TextPart("", times.get(part.charAt(0) - FIRST_TIME))
                        : new TextPart(part, null))
                .toList();
    }

    String textOr(String key, String otherwise) {
        return String.valueOf(messages.getMessage(key, null, otherwise, PageLanguage.current()));
    }

    /**
     * A part of a text.
     *
     * @param at the point in time in place of a text
     */
    public record TextPart(String text, @Nullable Instant at) {}
}
