package io.counterpart.channel.edit;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.configuration.Features;

import static org.assertj.core.api.Assertions.assertThat;

/** The features of the applied 1110 data determine what a channel permits. */
class FeatureIT extends ChannelServiceContext {

    private static final List<String> EDITS = List.of("edit", "addAddress", "editAddress", "addContact", "editContact");

    @AfterEach
    void allFeaturesAgain() {
        runFeatures(
                Features.PERFORMANCE_IMPROVEMENTS,
                Features.ENHANCED_ASYNC_CUSTOMER_CREATION,
                Features.ASYNC_CUSTOMER_ADDRESSES,
                Features.ASYNC_CUSTOMER_EDITING,
                Features.MULTIPLE_EMAILS_AND_PHONES);
    }

    @Test
    void withoutFeaturesAPendingCustomerWaitsAndItsCapabilitiesSaySo() {
        runFeatures();
        var customer = new CustomerEditClient(
                harbor, jdbc, harbor.post(CUSTOMERS, "{\"lastName\": \"x\", \"addresses\": [{\"city\": \"y\"}]}"));

        assertAsForetold(customer, "edit", customer.patch("", "{\"lastName\": \"z\"}"));
        assertAsForetold(customer, "edit", customer.put("/affiliations", "[]"));
        assertAsForetold(customer, "edit", customer.put("/attributes", "{\"shoeSize\": 40}"));
        assertAsForetold(customer, "addAddress", customer.post("/addresses", "{\"city\": \"z\"}"));
        String address = "/addresses/" + customer.firstId("addresses");
        assertAsForetold(customer, "editAddress", customer.patch(address, "{\"city\": \"z\"}"));
        assertAsForetold(customer, "editAddress", customer.delete(address));
        assertAsForetold(
                customer, "addContact", customer.post("/contacts", "{\"type\": \"EMAIL\", \"value\": \"a@b.c\"}"));
        assertThat(reasons(customer))
                .containsExactly(
                        "edit-not-available-while-pending",
                        "address-not-available-while-pending",
                        "edit-not-available-while-pending",
                        "feature-disabled",
                        "edit-not-available-while-pending");
        assertThat(customer.logged()).hasSize(1);
    }

    @Test
    void addressesMayBeAddedWithTheirFeatureAlone() {
        runFeatures(Features.ASYNC_CUSTOMER_ADDRESSES);
        var customer = new CustomerEditClient(harbor, jdbc, harbor.post(CUSTOMERS, "{\"lastName\": \"x\"}"));

        assertThat(customer.post("/addresses", "{\"city\": \"z\"}").status()).isEqualTo(201);
        assertThat(customer.patch("/addresses/" + customer.firstId("addresses"), "{\"city\": \"y\"}")
                        .text("type"))
                .isEqualTo("/problems/edit-not-available-while-pending");
    }

    @Test
    void whatTheCreationMayContainIsAskedOfTheFeatures() {
        String contact = "{\"lastName\": \"x\", \"contacts\": [{\"type\": \"EMAIL\", \"value\": \"a@b.c\"}]}";
        String title = "{\"lastName\": \"x\", \"title\": \"Dr.\"}";

        runFeatures();
        assertThat(harbor.post(CUSTOMERS, contact).text("type")).isEqualTo("/problems/feature-disabled");
        assertThat(station.post(CUSTOMERS, contact).text("type")).isEqualTo("/problems/feature-disabled");
        assertThat(harbor.post(CUSTOMERS, title).firstError()).isEqualTo("/title feature-disabled");
        assertThat(harbor.post(CUSTOMERS, "{\"lastName\": \"x\"}")
                        .json()
                        .path("affiliations")
                        .size())
                .isZero();
        // A channel in sync mode accepts it, and stores all of it when HQ is unavailable.
        Response kept = station.post(CUSTOMERS, title);
        assertThat(kept.text("asyncReason")).isEqualTo("REALTIME_SERVICE_UNREACHABLE");
        assertThat(kept.text("title")).isEqualTo("Dr.");
        assertThat(kept.json().path("affiliations").toString()).isEqualTo("[\"VIP\"]");

        runFeatures(Features.MULTIPLE_EMAILS_AND_PHONES);
        assertThat(harbor.post(CUSTOMERS, contact).text("type")).isEqualTo("/problems/feature-disabled");
        runFeatures(Features.MULTIPLE_EMAILS_AND_PHONES, Features.ENHANCED_ASYNC_CUSTOMER_CREATION);
        assertThat(harbor.post(CUSTOMERS, contact).status()).isEqualTo(201);
    }

    @Test
    void theConfigurationShowsWhatActs() {
        runFeatures(Features.ASYNC_CUSTOMER_ADDRESSES);

        JsonNode running = harbor.get("/api/v1/configuration").json();

        assertThat(running.path("customerCreationMode").asString()).isEqualTo("ASYNC");
        assertThat(running.path("orderCreationMode").asString()).isEqualTo("ASYNC");
        assertThat(running.path("defaultCustomer").path("accountNumber").asString())
                .isEqualTo("000001");
        assertThat(running.path("versions").path("1070").path("appliedAt").asString())
                .isNotEmpty();
        assertThat(running.path("versions").path("1110").path("appliedAt").asString())
                .isNotEmpty();
        assertThat(running.path("features").toString())
                .contains(
                        "{\"name\":\"async-customer-addresses\",\"enabled\":true}",
                        "{\"name\":\"async-customer-editing\",\"enabled\":false}");
    }

    private static void assertAsForetold(CustomerEditClient customer, String capability, Response answer) {
        JsonNode foretold = customer.read().json().path("capabilities").path(capability);
        assertThat(foretold.path("allowed").asBoolean()).isFalse();
        assertThat(answer.status()).as(answer.body()).isEqualTo(409);
        assertThat(answer.text("type"))
                .isEqualTo("/problems/" + foretold.path("reason").asString());
    }

    private static List<String> reasons(CustomerEditClient customer) {
        JsonNode capabilities = customer.read().json().path("capabilities");
        return EDITS.stream()
                .map(edit -> capabilities.path(edit).path("reason").asString())
                .toList();
    }
}
