package io.counterpart.benchmarks;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.counterpart.contract.Limits;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerPoolTests {

    private static final int MANY = 5_000;

    private final CustomerPool pool = new CustomerPool(1);

    @Test
    void givesTheSameCustomersForTheSameSeed() {
        var again = new CustomerPool(1);

        assertThat(IntStream.range(0, 100).mapToObj(again::customer))
                .isEqualTo(IntStream.range(0, 100).mapToObj(pool::customer).toList());
    }

    @Test
    void keepsTheLimitsOfTheContract() {
        assertThat(customers()).allSatisfy(customer -> {
            assertThat(text(customer, "firstName")).hasSizeLessThanOrEqualTo(Limits.PERSON_NAME_PART);
            assertThat(text(customer, "lastName")).hasSizeLessThanOrEqualTo(Limits.PERSON_NAME_PART);
            assertThat(text(customer, "organizationName")).hasSizeLessThanOrEqualTo(Limits.ORGANIZATION_NAME);
            assertThat(text(customer, "phone")).hasSizeLessThanOrEqualTo(Limits.PHONE);
            assertThat(text(customer, "language")).hasSizeLessThanOrEqualTo(Limits.LANGUAGE);
            assertThat((List<?>) customer.get("addresses")).hasSize(1);
            assertThat((List<?>) customer.get("contacts")).hasSize(2);
        });
    }

    @Test
    void hasOrganizationsAmongThemAndNamesInManyScripts() {
        long organizations = customers().stream()
                .filter(customer -> "ORGANIZATION".equals(customer.get("type")))
                .count();
        var scripts = customers().stream()
                .map(customer -> text(customer, "firstName"))
                .filter(name -> !name.isEmpty())
                .map(name -> Character.UnicodeScript.of(name.codePointAt(0)))
                .distinct();

        assertThat(organizations).isBetween(MANY * 12L / 100, MANY * 18L / 100);
        assertThat(scripts)
                .contains(
                        Character.UnicodeScript.LATIN,
                        Character.UnicodeScript.CYRILLIC,
                        Character.UnicodeScript.GREEK,
                        Character.UnicodeScript.ARABIC,
                        Character.UnicodeScript.DEVANAGARI,
                        Character.UnicodeScript.HAN,
                        Character.UnicodeScript.HANGUL);
    }

    private List<Map<String, Object>> customers() {
        return IntStream.range(0, MANY).mapToObj(pool::customer).toList();
    }

    private static String text(Map<String, Object> customer, String name) {
        return String.valueOf(customer.getOrDefault(name, ""));
    }
}
