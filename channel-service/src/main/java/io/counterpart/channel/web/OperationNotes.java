package io.counterpart.channel.web;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.description.DescribedOperations;

/** What the API description says of each operation. */
@Configuration(proxyBeanMethods = false)
class OperationNotes {

    private static final String CUSTOMERS = "Customers";
    private static final String PARTS = "Parts of a customer";
    private static final String ORDERS = "Orders";
    private static final String CHANNEL = "The channel";

    @Bean
    OpenApiCustomizer operationNotesCustomizer() {
        return DescribedOperations.under("/api/v1")
                .withIdempotencyKeys()
                .note(
                        "POST /customers",
                        "createCustomer",
                        CUSTOMERS,
                        "201",
                        "Create a customer; Prefer: wait=N waits for the account number")
                .note(
                        "PUT /customers/{asyncCustomerId}",
                        "putCustomer",
                        CUSTOMERS,
                        "200 201",
                        "Create a customer under an id of the caller; 200 when it is there already")
                .note(
                        "GET /customers/{id}",
                        "getCustomer",
                        CUSTOMERS,
                        "200",
                        "Read a customer by account number or async customer id")
                .note(
                        "PATCH /customers/{id}",
                        "editProfile",
                        CUSTOMERS,
                        "200",
                        "Edit fields of the profile; null empties a field")
                .note(
                        "POST /customers/search",
                        "searchCustomers",
                        CUSTOMERS,
                        "200",
                        "Search by name, email, phone or account number, here or at headquarters too")
                .note(
                        "POST /offline-uploads",
                        "uploadOffline",
                        CUSTOMERS,
                        "200",
                        "Take in what a till made while it was offline, each item with its own result")
                .note(
                        "POST /sign-ins",
                        "signIn",
                        CUSTOMERS,
                        "200 201",
                        "Find, link or create (201) the customer of an external identity")
                .note("POST /customers/{id}/addresses", "addAddress", PARTS, "201", "Add an address")
                .note("GET /customers/{id}/addresses/{addressId}", "getAddress", PARTS, "200", "Read an address")
                .note("PATCH /customers/{id}/addresses/{addressId}", "editAddress", PARTS, "200", "Edit an address")
                .note(
                        "DELETE /customers/{id}/addresses/{addressId}",
                        "deactivateAddress",
                        PARTS,
                        "204",
                        "Stop using an address")
                .note("POST /customers/{id}/contacts", "addContact", PARTS, "201", "Add a secondary email or phone")
                .note(
                        "PATCH /customers/{id}/contacts/{contactId}",
                        "editContact",
                        PARTS,
                        "200",
                        "Edit a secondary email or phone")
                .note(
                        "DELETE /customers/{id}/contacts/{contactId}",
                        "deactivateContact",
                        PARTS,
                        "204",
                        "Stop using a secondary email or phone")
                .note(
                        "GET /customers/{id}/contacts/{contactId}",
                        "getContact",
                        PARTS,
                        "200",
                        "Read a secondary email or phone")
                .note("PUT /customers/{id}/affiliations", "setAffiliations", PARTS, "200", "Replace all affiliations")
                .note("PUT /customers/{id}/attributes", "setAttributes", PARTS, "200", "Replace all attributes")
                .note(
                        "POST /customers/{id}/loyalty-cards",
                        "issueLoyaltyCard",
                        PARTS,
                        "201",
                        "Have headquarters issue a loyalty card")
                .note(
                        "POST /customer-orders",
                        "createOrder",
                        ORDERS,
                        "201",
                        "Take an order, at once or as pending, as the functionality profile says")
                .note("GET /customer-orders/{id}", "getOrder", ORDERS, "200", "Read an order")
                .note("GET /events", "listenToEvents", CHANNEL, "200", "Listen to what happens, as server-sent events")
                .note("GET /configuration", "getConfiguration", CHANNEL, "200", "Read what this channel runs");
    }
}
