package io.counterpart.channel.validation;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.channel.testing.HqConfigurations;
import io.counterpart.contract.AddressPurpose;
import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.CustomerType;
import io.counterpart.contract.ReceiptOption;
import io.counterpart.contract.configuration.FunctionalityProfile;
import io.counterpart.contract.configuration.MandatoryField;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class CustomerEntryValidatorTests {

    @Test
    void fillsInWhatTheDefaultCustomerAndTheOperatingUnitSay() {
        CustomerContent content =
                check("{\"lastName\": \" Lee \", \"phone\": \"5\", \"addresses\": [{\"city\": \"Harbor\"}]}");

        assertThat(content.profile().type()).isEqualTo(CustomerType.PERSON);
        assertThat(content.profile().lastName()).isEqualTo("Lee");
        assertThat(content.profile().customerGroup()).isEqualTo("RETAIL");
        assertThat(content.profile().receiptOption()).isEqualTo(ReceiptOption.EMAIL);
        assertThat(content.profile().receiptEmail()).isNull();
        assertThat(content.affiliations()).containsExactly("VIP");
        assertThat(content.addresses()).singleElement().satisfies(address -> {
            assertThat(address.purpose()).isEqualTo(AddressPurpose.HOME);
            assertThat(address.country()).isEqualTo("USA");
            assertThat(address.name()).isEqualTo("Lee");
            assertThat(address.phone()).isEqualTo("5");
            assertThat(address.primary()).isTrue();
        });
    }

    @Test
    void leavesAloneWhatTheCallerSaid() {
        CustomerContent content = check("""
                {"type": "ORGANIZATION", "organizationName": "Pier Co", "currencyCode": "EUR", "affiliations": [],
                 "addresses": [{"name": "Store", "city": "x", "country": "CAN", "phone": "7", "purpose": "DELIVERY", "primary": false}]}
                """);

        assertThat(content.profile().currencyCode()).isEqualTo("EUR");
        assertThat(content.affiliations()).isEmpty();
        assertThat(content.addresses()).singleElement().satisfies(address -> {
            assertThat(address.purpose()).isEqualTo(AddressPurpose.DELIVERY);
            assertThat(address.country()).isEqualTo("CAN");
            assertThat(address.name()).isEqualTo("Store");
            assertThat(address.phone()).isEqualTo("7");
            assertThat(address.primary()).isFalse();
        });
    }

    @Test
    void takesAPersonWhereNothingIsConfiguredYet() {
        CustomerContent content = CustomerEntryValidator.check(
                entry("{\"firstName\": \"Ann\", \"attributes\": {\"any\": 1}}"),
                Optional.empty(),
                Optional.empty(),
                UUID::randomUUID);

        assertThat(content.profile().type()).isEqualTo(CustomerType.PERSON);
        assertThat(content.attributes()).containsEntry("any", 1);
    }

    @Test
    void countsCharactersAsPeopleDo() {
        String hundredFaces = "😀".repeat(100);

        assertThat(check("{\"lastName\": \"%s\"}".formatted(hundredFaces))
                        .profile()
                        .lastName())
                .isEqualTo(hundredFaces);
    }

    @Test
    void refusesTooManyParts() {
        String addresses = "{\"city\": \"x\"},".repeat(51);

        assertThatThrownBy(() -> check("{\"lastName\": \"x\", \"addresses\": [%s]}"
                        .formatted(addresses.substring(0, addresses.length() - 1))))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.type()).isEqualTo(StandardProblem.VALIDATION));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lastName\": \"Lee\"}",
                "{\"lastName\": \"Lee\", \"addresses\": []}",
                "{\"lastName\": \"Lee\", \"addresses\": [{\"city\": \"x\", \"primary\": false}]}",
            })
    void asksForAPrimaryAddressWhereTheProfileDoes(String json) {
        assertThatThrownBy(() -> check(json, true)).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.errors()).singleElement().satisfies(error -> {
                assertThat(error.pointer()).isEqualTo("/addresses");
                assertThat(error.code()).isEqualTo("primary-address-required");
            });
        });
        assertThat(check(json, false).profile().lastName()).isEqualTo("Lee");
        assertThat(check("{\"lastName\": \"Lee\", \"addresses\": [{\"city\": \"x\"}]}", true)
                        .addresses())
                .hasSize(1);
    }

    @Test
    void asksForTheFieldsThatTheProfileRequiresAndTheChannelHasNoDefaultFor() {
        var profile = new FunctionalityProfile(
                "P1", "Profile", true, true, null, null, null, List.of(MandatoryField.values()));

        assertThatThrownBy(() -> check("{\"lastName\": \"Lee\", \"email\": \" \", \"mobile\": \"x\"}", profile))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors())
                                .extracting(error -> error.pointer() + " " + error.code())
                                .containsExactlyInAnyOrder(
                                        "/email required", "/phone required", "/mobile not-a-phone"));
        assertThat(check("{\"lastName\": \"Lee\", \"email\": \"a@b.c\", \"phone\": \"5\", \"mobile\": \"6\"}", profile)
                        .profile()
                        .language())
                .isEqualTo("en-US");
    }

    private static CustomerContent check(String json, boolean primaryAddress) {
        var profile =
                new FunctionalityProfile("P1", "Profile", true, true, null, primaryAddress ? true : null, null, null);
        return check(json, profile);
    }

    private static CustomerContent check(String json, FunctionalityProfile profile) {
        return CustomerEntryValidator.check(
                entry(json),
                Optional.of(HqConfigurations.with(profile, HqConfigurations.channel("HARBOR", "it", true))),
                Optional.of(HqConfigurations.global()),
                UUID::randomUUID);
    }

    private static CustomerContent check(String json) {
        return CustomerEntryValidator.check(
                entry(json),
                Optional.of(HqConfigurations.channel("HARBOR", "it", true)),
                Optional.of(HqConfigurations.global()),
                UUID::randomUUID);
    }

    private static CustomerEntry entry(String json) {
        return JsonMapper.shared().readValue(json, CustomerEntry.class);
    }
}
