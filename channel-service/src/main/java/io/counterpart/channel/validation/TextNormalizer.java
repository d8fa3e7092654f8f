package io.counterpart.channel.validation;

import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Limits;
import io.counterpart.contract.configuration.GlobalConfiguration;
import io.counterpart.contract.validation.InvalidValue;
import io.counterpart.contract.validation.ValueRules;
import io.counterpart.support.problem.FieldErrors;

/**
 * Normalizes texts (strips blanks, treats an empty text as missing) and reports what PostgreSQL, HQ or a receipt cannot
 * process.
 */
public final class TextNormalizer {

    private final FieldErrors faults;

    public TextNormalizer(FieldErrors faults) {
        this.faults = faults;
    }

    public @Nullable String text(String pointer, @Nullable String value, int longest) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (report(pointer, ValueRules.text(value))) {
            return null;
        }
        String tidy = value.strip();
        if (tidy.codePointCount(0, tidy.length()) > longest) {
            faults.add(pointer, "too-long", "The text is longer than %d characters.".formatted(longest));
            return null;
        }
        return tidy.isEmpty() ? null : tidy;
    }

    @Nullable String email(String pointer, @Nullable String value) {
        return formatted(pointer, value, Limits.EMAIL, ValueRules::email);
    }

    @Nullable String phone(String pointer, @Nullable String value) {
        return formatted(pointer, value, Limits.PHONE, ValueRules::phone);
    }

    @Nullable String url(String pointer, @Nullable String value) {
        return formatted(pointer, value, Limits.URL, ValueRules::url);
    }

    @Nullable String vatNumber(String pointer, @Nullable String value) {
        return formatted(pointer, value, Limits.VAT_NUMBER, ValueRules::vatNumber);
    }

    @Nullable String language(String pointer, @Nullable String value) {
        return formatted(pointer, value, Limits.LANGUAGE, ValueRules::language);
    }

    public @Nullable String currency(String pointer, @Nullable String value) {
        return formatted(pointer, value, Limits.CURRENCY_CODE, ValueRules::currency);
    }

    @Nullable String country(String pointer, @Nullable String value) {
        return formatted(pointer, value, Limits.COUNTRY, ValueRules::country);
    }

    @Nullable String group(String pointer, @Nullable String value, @Nullable GlobalConfiguration global) {
        List<String> known = global == null ? List.of() : global.customerGroups();
        String group = text(pointer, value, Limits.CUSTOMER_GROUP);
        if (group != null && !known.isEmpty() && !known.contains(group)) {
            faults.add(pointer, "unknown-value", "The customer group does not exist.");
        }
        return group;
    }

    private @Nullable String formatted(
            String pointer, @Nullable String value, int longest, Function<String, @Nullable InvalidValue> rule) {
        String text = text(pointer, value, longest);
        if (text != null) {
            report(pointer, rule.apply(text));
        }
        return text;
    }

    private boolean report(String pointer, @Nullable InvalidValue invalid) {
        if (invalid != null) {
            faults.add(pointer, invalid.code(), invalid.detail());
        }
        return invalid != null;
    }

    static @Nullable String or(@Nullable String value, @Nullable String otherwise) {
        return value == null ? otherwise : value;
    }
}
