package io.counterpart.contract.search;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;

import static org.assertj.core.api.Assertions.assertThat;

class MatchedFieldsTests {

    private static final CustomerProfile ANN = new CustomerProfile(
            CustomerType.PERSON,
            null,
            "Ann",
            null,
            "Lee-24",
            null,
            "Ann@Example.com",
            "+1 555 0100",
            null,
            null,
            null,
            null,
            null);
    private static final List<String> INDEXED =
            List.of("ann", "lee", "24", "ann@example.com", "15550100", "5550100", "office@example.com", "240000");

    @ParameterizedTest
    @CsvSource({
        "lee, NAME",
        "ann, NAME EMAIL",
        "ann@, EMAIL",
        "555, PHONE",
        "office, SECONDARY_EMAIL",
        "24, NAME SECONDARY_PHONE",
        "zoe, ''",
    })
    void saysWhichValuesMatch(String typed, String fields) {
        var found = MatchedFields.of(SearchQuery.of(typed)::wants, ANN, INDEXED);

        assertThat(String.join(" ", found.stream().map(MatchedBy::name).toList()))
                .isEqualTo(fields);
    }
}
