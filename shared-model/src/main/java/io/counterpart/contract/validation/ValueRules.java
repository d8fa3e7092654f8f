package io.counterpart.contract.validation;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** The formats of a customer's values, the same for entries at a channel and for edits at HQ. */
public final class ValueRules {

    public static final String EMAIL_PATTERN = "[^@\\s]+@[^@\\s]+";
    public static final String URL_PATTERN = "https?://[^\\s/?#]\\S*";
    public static final String LANGUAGE_PATTERN = "[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*";

    private static final Pattern EMAIL = Pattern.compile(EMAIL_PATTERN);
    private static final Pattern URL = Pattern.compile(URL_PATTERN);
    private static final Pattern LANGUAGE = Pattern.compile(LANGUAGE_PATTERN);
    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private ValueRules() {}

    public static @Nullable InvalidValue text(String value) {
        return hasUnprintable(value)
                ? new InvalidValue("control-character", "The text contains a control character.")
                : null;
    }

    public static @Nullable InvalidValue email(String value) {
        return EMAIL.matcher(value).matches()
                ? null
                : new InvalidValue("not-an-email", "Email must be a valid address.");
    }

    public static @Nullable InvalidValue phone(String value) {
        return hasDigit(value) ? null : new InvalidValue("not-a-phone", "Phone must contain digits.");
    }

    /** Only http and https: pages may show a web site as a link. */
    public static @Nullable InvalidValue url(String value) {
        return URL.matcher(value).matches()
                ? null
                : new InvalidValue("not-a-url", "Web site must begin with http:// or https://.");
    }

    // Countries agree on nothing but digits.
    public static @Nullable InvalidValue vatNumber(String value) {
        return hasDigit(value) ? null : new InvalidValue("not-a-vat-number", "VAT number must contain digits.");
    }

    private static boolean hasDigit(String value) {
        return value.chars().anyMatch(Character::isDigit);
    }

    public static @Nullable InvalidValue language(String value) {
        return LANGUAGE.matcher(value).matches()
                ? null
                : new InvalidValue("not-a-language", "Language must be a language tag, such as en-US.");
    }

    public static @Nullable InvalidValue currency(String value) {
        return CURRENCIES.contains(value)
                ? null
                : new InvalidValue("not-a-currency", "Currency must be an ISO 4217 code, such as USD.");
    }

    public static @Nullable InvalidValue country(String value) {
        return COUNTRIES.contains(value)
                ? null
                : new InvalidValue("not-a-country", "Country must be a three-letter ISO 3166 code, such as USA.");
    }

    /** Control characters (PostgreSQL rejects U+0000), and unpaired surrogates, which are not characters. */
    public static boolean hasUnprintable(String value) {
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
