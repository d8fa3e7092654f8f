package io.counterpart.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Random;

import net.datafaker.Faker;

/**
 * Name and address data of a customer in one language.
 *
 * @param country ISO 3166-1 alpha-3
 */
record CustomerNameData(
        String language,
        String firstName,
        String lastName,
        String company,
        String street,
        String city,
        String country) {

    private static final String ANYWHERE = "USA";

    /** Data for the languages that the name library does not offer in their own script. */
    static final List<CustomerNameData> BY_HAND = List.of(
            hindi("अनन्या", "शर्मा", "शर्मा एण्ड सन्स", "महात्मा गांधी मार्ग", "नई दिल्ली"),
            hindi("रोहन", "वर्मा", "वर्मा ट्रेडर्स", "स्टेशन रोड", "लखनऊ"),
            hindi("काव्या", "सिंह", "सिंह उद्योग", "राजपथ", "जयपुर"),
            hindi("अर्जुन", "पटेल", "पटेल स्टोर्स", "नेहरू मार्ग", "भोपाल"));

    private static CustomerNameData hindi(String first, String last, String company, String street, String city) {
        return new CustomerNameData("hi-IN", first, last, company, street, city, "IND");
    }

    static CustomerNameData draw(Faker faker, Locale locale) {
        return new CustomerNameData(
                locale.toLanguageTag(),
                faker.name().firstName(),
                faker.name().lastName(),
                faker.company().name(),
                faker.address().streetName(),
                faker.address().city(),
                locale.getCountry().isEmpty() ? ANYWHERE : locale.getISO3Country());
    }

    /** Other data of the same language. */
    CustomerNameData sameLanguage(List<CustomerNameData> all, Random random) {
        List<CustomerNameData> same =
                all.stream().filter(parts -> parts.language.equals(language)).toList();
        return same.get(random.nextInt(same.size()));
    }
}
