package io.counterpart.channel.entry;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Limits;
import io.counterpart.support.problem.FieldErrors;

/**
 * Normalizes texts (strips blanks, treats an empty text as missing) and reports what PostgreSQL, HQ or a receipt cannot
 * process.
 */
public final class TextNormalizer {

    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+");

    private final FieldErrors faults;

    public TextNormalizer(FieldErrors faults) {
        this.faults = faults;
    }

    public @Nullable String text(String pointer, @Nullable String value, int longest) {
        if (value == null || value.isEmpty()) {
            return null;
        }
        if (hasUnprintable(value)) {
            faults.add(pointer, "control-character", "The text contains a control character.");
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
        String email = text(pointer, value, Limits.EMAIL);
        if (email != null && !EMAIL.matcher(email).matches()) {
            faults.add(pointer, "not-an-email", "Email must be a valid address.");
        }
        return email;
    }

    @Nullable String phone(String pointer, @Nullable String value) {
        String phone = text(pointer, value, Limits.PHONE);
        if (phone != null && phone.chars().noneMatch(Character::isDigit)) {
            faults.add(pointer, "not-a-phone", "Phone must contain digits.");
        }
        return phone;
    }

    @Nullable String language(String pointer, @Nullable String value) {
        String language = text(pointer, value, Limits.LANGUAGE);
        if (language != null && !LANGUAGE.matcher(language).matches()) {
            faults.add(pointer, "not-a-language", "Language must be a language tag, such as en-US.");
        }
        return language;
    }

    public @Nullable String currency(String pointer, @Nullable String value) {
        String currency = text(pointer, value, Limits.CURRENCY_CODE);
        if (currency != null && !IsoCodes.isCurrency(currency)) {
            faults.add(pointer, "not-a-currency", "Currency must be an ISO 4217 code, such as USD.");
        }
        return currency;
    }

    @Nullable String country(String pointer, @Nullable String value) {
        String country = text(pointer, value, Limits.COUNTRY);
        if (country != null && !IsoCodes.isCountry(country)) {
            faults.add(pointer, "not-a-country", "Country must be a three-letter ISO 3166 code, such as USA.");
        }
        return country;
    }

    @Nullable String group(String pointer, @Nullable String value, List<String> known) {
        String group = text(pointer, value, Limits.CUSTOMER_GROUP);
        if (group != null && !known.isEmpty() && !known.contains(group)) {
            faults.add(pointer, "unknown-value", "The customer group does not exist.");
        }
        return group;
    }

    // Control characters (PostgreSQL rejects U+0000), and unpaired surrogates, which are not characters.
    static boolean hasUnprintable(String value) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (Character.isISOControl(c)) {
                return true;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < value.length() && Character.isSurrogatePair(c, value.charAt(i + 1));
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
