package io.counterpart.contract;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.contract.operation.OperationKind;

import static org.assertj.core.api.Assertions.assertThat;

class ValueTypesTests {

    private final JsonMapper json = JsonMapper.shared();

    @ParameterizedTest
    @CsvSource({"Ann, , Lee, Ann Lee", "Ann, Mary, Lee, Ann Mary Lee", ", , Lee, Lee", "Ann, ' ', , Ann", ", , , ''"})
    void aPersonIsShownByTheNamesThatThereAre(
            @Nullable String first, @Nullable String middle, @Nullable String last, String shown) {
        assertThat(profile(CustomerType.PERSON, first, middle, last, "ignored").displayName())
                .isEqualTo(shown);
    }

    @Test
    void anOrganizationIsShownByItsName() {
        assertThat(profile(CustomerType.ORGANIZATION, "Ann", null, "Lee", "Pier Ltd")
                        .displayName())
                .isEqualTo("Pier Ltd");
        assertThat(profile(CustomerType.ORGANIZATION, null, null, null, null).displayName())
                .isEmpty();
    }

    @Test
    void whatIsDerivedIsNotSent() {
        assertThat(json.valueToTree(Examples.profile()).has("displayName")).isFalse();
    }

    @Test
    void partsThatARecordLeavesOutAreEmpty() {
        var content = json.readValue("{\"profile\": {\"type\": \"PERSON\"}}", CustomerContent.class);

        assertThat(content.addresses()).isEmpty();
        assertThat(content.contacts()).isEmpty();
        assertThat(content.affiliations()).isEmpty();
        assertThat(content.attributes()).isEmpty();
        assertThat(content.externalIdentity()).isNull();
    }

    @Test
    void theCodesOfTheStagingTablesAreThoseOfTheProduct() {
        assertThat(OperationKind.CREATE_CUSTOMER.operation()).isEqualTo(1);
        assertThat(OperationKind.EDIT_PROFILE.operation()).isEqualTo(2);
        assertThat(OperationKind.DEACTIVATE_CONTACT.operation()).isEqualTo(3);
    }

    private static CustomerProfile profile(
            CustomerType type,
            @Nullable String first,
            @Nullable String middle,
            @Nullable String last,
            @Nullable String organization) {
        return new CustomerProfile(
                type, null, first, middle, last, organization, null, null, null, null, null, null, null);
    }
}
