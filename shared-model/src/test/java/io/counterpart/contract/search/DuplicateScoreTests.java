package io.counterpart.contract.search;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.counterpart.contract.CustomerProfile;
import io.counterpart.contract.CustomerType;

import static org.assertj.core.api.Assertions.assertThat;

class DuplicateScoreTests {

    @Test
    void nothingInCommonHasNoScore() {
        assertThat(score(person("Ann", "ann@example.com", "555 0100"), person("Bob", null, "555 0199"), true))
                .isEqualTo("0 []");
    }

    @Test
    void aPersonAndAnOrganizationAreNeverOne() {
        var shop = MatchKeys.of(
                new CustomerProfile(
                        CustomerType.ORGANIZATION,
                        null,
                        null,
                        null,
                        null,
                        "Ann Lee",
                        "ann@example.com",
                        "555 0100",
                        null,
                        null,
                        null,
                        null,
                        null),
                null);

        assertThat(score(person("Ann", "ann@example.com", "555 0100"), shop, true))
                .isEqualTo("0 []");
    }

    @Test
    void anEmailCountsMoreThanAPhoneAndBothMoreThanOne() {
        var ann = person("Ann", "ann@example.com", "555 0100");

        assertThat(score(ann, person("Bob", null, "5550100"), false)).isEqualTo("60 [PHONE]");
        assertThat(score(ann, person("Bob", "ANN@example.com", null), false)).isEqualTo("90 [EMAIL]");
        assertThat(score(ann, person("Bob", "ann@example.com", "5550100"), false))
                .isEqualTo("95 [EMAIL, PHONE]");
    }

    @Test
    void aNameCountsWithThePostalCodeOrThePhone() {
        var ann = person("Ann", null, "555 0100");

        assertThat(score(ann, person("Ann", null, null), false)).isEqualTo("40 [NAME]");
        assertThat(score(ann, person("ANN", null, null), true)).isEqualTo("75 [NAME_AND_POSTCODE]");
        assertThat(score(ann, person("Ann", null, "5550100"), false)).isEqualTo("93 [PHONE, NAME]");
    }

    @Test
    void theOrderDoesNotMatter() {
        var ann = person("Ann", "ann@example.com", "555 0100");
        var bob = person("Ann", "ann@example.com", null);

        assertThat(DuplicateScore.of(ann, bob, true)).isEqualTo(DuplicateScore.of(bob, ann, true));
    }

    private static String score(MatchKeys one, MatchKeys other, boolean samePostcode) {
        DuplicateScore score = DuplicateScore.of(one, other, samePostcode);
        return score.score() + " " + score.reasons();
    }

    private static MatchKeys person(String firstName, @Nullable String email, @Nullable String phone) {
        return MatchKeys.of(
                new CustomerProfile(
                        CustomerType.PERSON,
                        null,
                        firstName,
                        null,
                        "Lee",
                        null,
                        email,
                        phone,
                        null,
                        null,
                        null,
                        null,
                        null),
                null);
    }
}
