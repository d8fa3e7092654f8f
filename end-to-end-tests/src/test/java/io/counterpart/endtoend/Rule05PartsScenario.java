package io.counterpart.endtoend;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import io.counterpart.stack.client.HttpResult;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Addresses, contacts, affiliations, attributes, title and sign-in: accepted with a creation, and the same everywhere.
 */
class Rule05PartsScenario extends RuleScenario {

    private static final String PARTS = "addresses,contacts,affiliations,attributes";

    @Test
    void allPartsAreTheSameInTheOtherChannelDatabase() throws IOException {
        var id = id(stack.harbor()
                .create(newCustomer(
                        "title",
                        "Dr.",
                        "addresses",
                        List.of(
                                Map.of("street", "1 Pier Road", "city", "Harbor", "primary", true),
                                Map.of("city", "Station", "purpose", "DELIVERY"),
                                Map.of("postBox", "17", "city", "Office", "purpose", "INVOICE")),
                        "contacts",
                        List.of(
                                Map.of("type", "EMAIL", "value", "work@example.com", "marketingConsent", true),
                                Map.of("type", "PHONE", "value", "+1 555 0199", "marketingConsent", false)),
                        "affiliations",
                        List.of("VIP", "STAFF"),
                        "attributes",
                        Map.of("shoeSize", 38, "newsletter", true, "favoriteColor", "red", "budget", "12.50")))
                .expect(201));
        accountNumberOf(stack.online(), id);

        var here = stack.harbor().get(id.toString(), PARTS).expect(200).body();
        var there = stack.online().get(id.toString(), PARTS).expect(200).body();

        assertThat(there.path("title").asString()).isEqualTo("Dr.");
        assertThat(there.path("addresses")).hasSize(3).isEqualTo(here.path("addresses"));
        assertThat(there.path("addresses")
                        .valueStream()
                        .filter(each -> each.path("primary").asBoolean()))
                .hasSize(1);
        assertThat(there.path("contacts")).hasSize(2).isEqualTo(here.path("contacts"));
        assertThat(there.path("affiliations")).hasSize(2).isEqualTo(here.path("affiliations"));
        assertThat(there.path("attributes").path("budget").asString()).isEqualTo("12.50");
        assertThat(there.path("attributes")).hasSize(4).isEqualTo(here.path("attributes"));
    }

    @Test
    void furtherFieldsOfTheProfileAreTheSameInTheOtherChannelDatabase() throws IOException {
        var fields = Map.of(
                "mobile", "+1 555 0177",
                "url", "https://pier.example.com",
                "vatNumber", "GB 123 4567 89",
                "invoiceAccount", "C-0000001",
                "optOutPersonalization", true,
                "optOutWebActivityTracking", false);
        var pairs = new ArrayList<Object>();
        fields.forEach((field, value) -> pairs.addAll(List.of(field, value)));
        var id = id(stack.harbor().create(newCustomer(pairs.toArray())).expect(201));
        accountNumberOf(stack.online(), id);

        var there = stack.online().get(id.toString()).expect(200).body();

        fields.forEach((field, value) ->
                assertThat(there.path(field).asString()).as(field).isEqualTo(value.toString()));
    }

    @Test
    void aSignInLeadsToTheSameCustomerBeforeAndAfterTheConversion() throws IOException {
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        var pending = signIn(name, Map.of("lastName", name, "email", name + "@example.com"))
                .expect(201);
        assertThat(signIn(name, null).expect(200).text("displayAccountNumber")).contains("Pending sync");

        administration.release(AdministrationFixture.SYNCHRONIZE);
        var number = accountNumberOf(stack.online(), id(pending));

        assertThat(signIn(name, null).expect(200).text("accountNumber")).contains(number);
        assertThat(signIn("another" + name, Map.of("lastName", name, "email", name + "@example.com"))
                        .text("type"))
                .contains("/problems/duplicate-external-identity");
    }

    @Test
    void aSignInDoesNotGuessBetweenTwoCustomersWithOneEmail() throws IOException {
        String email = name + "@example.com";
        stack.online().create(newCustomer("email", email)).expect(201);
        stack.online().create(newCustomer("email", email)).expect(201);

        var answer = signIn(name, Map.of("lastName", name, "email", email)).expect(409);

        assertThat(answer.text("type")).contains("/problems/multiple-customers-with-email");
    }

    @Test
    void nothingIsEverCutOffSilently() throws IOException {
        var refused =
                stack.harbor().create(newCustomer("firstName", "x".repeat(300))).expect(422);
        assertThat(refused.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/firstName");

        String longest = "ß".repeat(100);
        var id = id(stack.harbor().create(newCustomer("middleName", longest)).expect(201, 422));
        accountNumberOf(stack.online(), id);
        assertThat(stack.online().get(id.toString()).text("middleName")).contains(longest);
    }

    private HttpResult signIn(String subject, @org.jspecify.annotations.Nullable Map<String, Object> customer)
            throws IOException {
        var body = new java.util.HashMap<String, Object>();
        body.put(
                "externalIdentity",
                Map.of("issuer", "https://login.example.com", "subject", subject, "emailVerified", true));
        body.put("customer", customer);
        return stack.online().http().post("/api/v1/sign-ins", body);
    }
}
