package io.counterpart.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

import net.datafaker.Faker;

import io.counterpart.contract.Limits;

/**
 * Generates customers as a chain of shops has them: in many scripts, most of them persons. The parts are drawn once,
 * before anything is measured, and combined anew for every customer; the same seed produces the same customers.
 */
public final class CustomerPool {

    private static final List<String> LANGUAGES = List.of(
            "en-US", "en-US", "en-GB", "en-IN", "de-DE", "fr-FR", "es-ES", "pt-BR", "pl-PL", "tr-TR", "vi-VN", "el-GR",
            "ru-RU", "uk-UA", "ar", "he-IL", "fa-IR", "th-TH", "ja-JP", "ko-KR", "zh-CN", "zh-TW");
    private static final int PARTS_OF_A_LANGUAGE = 40;
    private static final int ORGANIZATIONS_PERCENT = 15;

    private final List<CustomerNameData> parts = new ArrayList<>();
    private final long seed;

    public CustomerPool(long seed) {
        this.seed = seed;
        for (int i = 0; i < PARTS_OF_A_LANGUAGE; i++) {
            parts.add(CustomerNameData.BY_HAND.get(i % CustomerNameData.BY_HAND.size()));
        }
        for (String language : LANGUAGES) {
            Locale locale = Locale.forLanguageTag(language);
            var faker = new Faker(locale, new Random(seed));
            for (int i = 0; i < PARTS_OF_A_LANGUAGE; i++) {
                parts.add(CustomerNameData.draw(faker, locale));
            }
        }
    }

    /** The request body of a create; identical for the same index. */
    public Map<String, Object> customer(int index) {
        var random = new Random(seed * 1_000_003 + index);
        CustomerNameData one = parts.get(random.nextInt(parts.size()));
        CustomerNameData other = one.sameLanguage(parts, random);
        var body = new LinkedHashMap<String, Object>();
        if (random.nextInt(100) < ORGANIZATIONS_PERCENT) {
            body.put("type", "ORGANIZATION");
            body.put("organizationName", cut(one.company(), Limits.ORGANIZATION_NAME));
        } else {
            body.put("type", "PERSON");
            body.put("firstName", cut(one.firstName(), Limits.PERSON_NAME_PART));
            body.put("lastName", cut(other.lastName(), Limits.PERSON_NAME_PART));
        }
        body.put("email", "customer%d@example.com".formatted(index));
        body.put("phone", phone(random));
        body.put("language", one.language());
        body.put("addresses", List.of(address(other, random)));
        body.put(
                "contacts",
                List.of(
                        contact("EMAIL", "work%d@example.org".formatted(index), random),
                        contact("PHONE", phone(random), random)));
        return body;
    }

    private static Map<String, Object> address(CustomerNameData parts, Random random) {
        return Map.of(
                "purpose", "HOME",
                "street", cut(parts.street(), Limits.STREET - 4),
                "streetNumber", Integer.toString(1 + random.nextInt(300)),
                "city", cut(parts.city(), Limits.CITY),
                "zipCode", "%05d".formatted(random.nextInt(100_000)),
                "country", parts.country(),
                "primary", true);
    }

    private static Map<String, Object> contact(String type, String value, Random random) {
        return Map.of("type", type, "value", value, "marketingConsent", random.nextBoolean());
    }

    // A range without subscribers.
    private static String phone(Random random) {
        return "+1 %03d 555 %04d".formatted(200 + random.nextInt(800), 100 + random.nextInt(100));
    }

    // Does not split a surrogate pair.
    private static String cut(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 1)) ? limit - 1 : limit;
        return text.substring(0, end);
    }
}
