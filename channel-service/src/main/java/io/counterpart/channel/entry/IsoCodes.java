package io.counterpart.channel.entry;

import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** The codes of countries and currencies that the Java platform supports. */
final class IsoCodes {

    private static final Set<String> COUNTRIES = Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA3);
    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private IsoCodes() {}

    static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    static boolean isCurrency(String code) {
        return CURRENCIES.contains(code);
    }
}
