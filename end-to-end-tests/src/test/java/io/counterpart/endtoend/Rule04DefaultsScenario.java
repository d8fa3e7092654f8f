package io.counterpart.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Which fields a new customer inherits from the default customer of its channel, and which it never inherits. */
class Rule04DefaultsScenario extends RuleScenario {

    @Test
    void comeFromTheDefaultCustomerTheGroupAndTheOperatingUnit() throws IOException {
        var created = stack.harbor()
                .create(newCustomer("phone", "+1 555 0100", "addresses", List.of(Map.of("city", "Harbor"))))
                .expect(201);
        var id = id(created);
        accountNumberOf(stack.harbor(), id);

        var customer = stack.harbor().get(id.toString(), "addresses").expect(200);
        assertThat(customer.text("type")).contains("PERSON");
        assertThat(customer.text("customerGroup")).contains("RETAIL");
        assertThat(customer.text("currencyCode")).contains("USD");
        assertThat(customer.text("language")).contains("en-US");
        assertThat(customer.text("receiptOption")).contains("POS");
        var address = customer.body().path("addresses").path(0);
        assertThat(address.path("purpose").asString()).isEqualTo("HOME");
        assertThat(address.path("country").asString()).isEqualTo("USA");
        assertThat(address.path("name").asString()).isEqualTo(name);
        assertThat(address.path("phone").asString()).isEqualTo("+1 555 0100");
        assertThat(databases.query(
                        "hq",
                        "select financial_dimensions ->> 'BusinessUnit' from customer where async_customer_id = ?",
                        id))
                .containsExactly("001");
    }

    @Test
    void anOrganizationIsReachedAtItsBusiness() throws IOException {
        var created = stack.harbor()
                .create(Map.of(
                        "type",
                        "ORGANIZATION",
                        "organizationName",
                        name,
                        "addresses",
                        List.of(Map.of("city", "Harbor"))))
                .expect(201);

        var address =
                stack.harbor().get(id(created).toString(), "addresses").body().path("addresses");
        assertThat(address.path(0).path("purpose").asString()).isEqualTo("BUSINESS");
    }

    @Test
    void whatTheCallerSaysWins() throws IOException {
        var created = stack.harbor()
                .create(newCustomer(
                        "customerGroup",
                        "WHOLESALE",
                        "currencyCode",
                        "EUR",
                        "language",
                        "de-DE",
                        "receiptOption",
                        "EMAIL",
                        "addresses",
                        List.of(Map.of("city", "Hafen", "country", "DEU", "purpose", "DELIVERY"))))
                .expect(201);

        assertThat(created.text("customerGroup")).contains("WHOLESALE");
        assertThat(created.text("currencyCode")).contains("EUR");
        assertThat(created.text("language")).contains("de-DE");
        assertThat(created.text("receiptOption")).contains("EMAIL");
        var address = created.body().path("addresses").path(0);
        assertThat(address.path("country").asString()).isEqualTo("DEU");
        assertThat(address.path("purpose").asString()).isEqualTo("DELIVERY");
    }

    @Test
    void theReceiptEmailIsNotInherited() throws IOException {
        String defaultCustomer =
                "update customer set receipt_email = %s where account_number = 'D-0000001' returning 1";
        databases.query("hq", defaultCustomer.formatted("'till@example.com'"));
        try {
            stack.hq().http().post("/api/v1/batch-jobs/1070/run", Map.of()).expect(200);

            var id = id(stack.harbor().create(newCustomer()).expect(201));
            accountNumberOf(stack.harbor(), id);

            assertThat(stack.harbor().get(id.toString()).text("receiptEmail")).isEmpty();
            assertThat(atHq(id).toString()).doesNotContain("till@example.com");
        } finally {
            databases.query("hq", defaultCustomer.formatted("null"));
        }
    }
}
