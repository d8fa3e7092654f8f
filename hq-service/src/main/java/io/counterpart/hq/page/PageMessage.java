package io.counterpart.hq.page;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSourceResolvable;

/** A text of a page: its key in {@code messages.properties}, with the values to insert. */
public record PageMessage(String key, List<Object> values) implements MessageSourceResolvable {

    public static PageMessage of(String key, Object... values) {
        return new PageMessage(key, List.of(values));
    }

    /** A text that is not in the message file, such as a stored error. */
    public static PageMessage literal(String text) {
        return of("common.literal", text);
    }

    public boolean isLiteral() {
        return key.equals("common.literal");
    }

    boolean isSentence() {
        return isLiteral() && values.get(0) instanceof String;
    }

    /** The same message, with the texts of the messages that it inserts. */
    PageMessage resolved(PageTexts texts) {
        return values.stream().noneMatch(PageMessage.class::isInstance)
                ? this
                : new PageMessage(
                        key,
                        values.stream()
                                .map(value -> value instanceof PageMessage ? (Object) texts.of(value) : value)
                                .toList());
    }

    @Override
    public String[] getCodes() {
        return new String[] {key};
    }

    @Override
    public Object[] getArguments() {
        return values.toArray();
    }

    @Override
    public @Nullable String getDefaultMessage() {
        return null;
    }
}
