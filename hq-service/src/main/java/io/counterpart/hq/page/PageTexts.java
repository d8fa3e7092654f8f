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
import io.counterpart.hq.language.Sentences;

/** Resolves the texts of {@code messages.properties} for templates and Java code. */
@Component
public class PageTexts {

    // While a text is composed, each of its points in time is a character for private use.
    private static final char FIRST_TIME = '\uE000';
    private static final Pattern TIMES = Pattern.compile("(?<=[\uE000-\uE0FF])|(?=[\uE000-\uE0FF])");
    private static final Pattern PRIVATE_USE = Pattern.compile("[\uE000-\uE0FF]");

    private final MessageSource messages;
    private final Sentences sentences;

    PageTexts(MessageSource messages, Sentences sentences) {
        this.messages = messages;
        this.sentences = sentences;
    }

    /** The text of a message; any other object is its own text, perhaps a known sentence. */
    public String of(@Nullable Object text) {
        if (text instanceof PageMessage message) {
            return message.isSentence()
                    ? sentence(message.values().get(0).toString())
                    : messages.getMessage(message.resolved(this), PageLanguage.current());
        }
        return sentence(text == null ? null : text.toString());
    }

    /** An English sentence, such as a stored error, in the language of the page. */
    public String sentence(@Nullable String english) {
        return sentences.inPageLanguage(english);
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
