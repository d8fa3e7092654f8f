package io.counterpart.channel.web;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.support.openapi.OperationDescriptionCustomizer;

/** The descriptions of the operations in the OpenAPI document. */
@Configuration(proxyBeanMethods = false)
class OperationDescriptionConfiguration {

    @Bean
    OpenApiCustomizer operationNotesCustomizer() {
        return OperationDescriptionCustomizer.under("/api/v1")
                .withIdempotencyKeys()
                .notes("Customers", """
                        POST /customers                  | createCustomer  | 201     | Create a customer (Prefer: wait=N waits for the account number)
                        PUT /customers/{asyncCustomerId} | putCustomer     | 200 201 | Create a customer with a client-generated ID (200 if it exists)
                        GET /customers/{id}              | getCustomer     | 200     | Get a customer by account number or async customer ID; with a customerToken only the customer itself, as OwnCustomerView
                        PATCH /customers/{id}            | editProfile     | 200     | Edit the profile (null clears a field); with a customerToken only the customer itself, answered as OwnCustomerView
                        POST /customers/search           | searchCustomers | 200     | Search customers by name, email, phone or account number, optionally at headquarters
                        POST /offline-uploads            | uploadOffline   | 200     | Upload offline customers
                        POST /sign-ins                   | signIn          | 200 201 | Find, link or create (201) the customer of an external identity; a repetition answers with a new customerToken
                        """)
                .notes("Addresses, contacts & attributes", """
                        POST /customers/{id}/addresses               | addAddress        | 201 | Add an address
                        GET /customers/{id}/addresses/{addressId}    | getAddress        | 200 | Get an address
                        PATCH /customers/{id}/addresses/{addressId}  | editAddress       | 200 | Edit an address
                        DELETE /customers/{id}/addresses/{addressId} | deactivateAddress | 204 | Deactivate an address
                        POST /customers/{id}/contacts                | addContact        | 201 | Add a secondary email or phone
                        PATCH /customers/{id}/contacts/{contactId}   | editContact       | 200 | Edit a secondary email or phone
                        DELETE /customers/{id}/contacts/{contactId}  | deactivateContact | 204 | Deactivate a secondary email or phone
                        GET /customers/{id}/contacts/{contactId}     | getContact        | 200 | Get a secondary email or phone
                        PUT /customers/{id}/affiliations             | setAffiliations   | 200 | Replace all affiliations
                        PUT /customers/{id}/attributes               | setAttributes     | 200 | Replace all attributes
                        POST /customers/{id}/loyalty-cards           | issueLoyaltyCard  | 201 | Issue a loyalty card
                        """)
                .notes("Orders", """
                        POST /customer-orders     | createOrder | 201 | Create an order, synchronously or asynchronously by functionality profile
                        GET /customer-orders/{id} | getOrder    | 200 | Get an order of the channel; with a customerToken an order of the customer, as OwnOrderView
                        """)
                .notes("Configuration & events", """
                        GET /events        | listenToEvents   | 200 | Stream events (SSE)
                        GET /configuration | getConfiguration | 200 | Get the configuration of the channel
                        """);
    }
}
