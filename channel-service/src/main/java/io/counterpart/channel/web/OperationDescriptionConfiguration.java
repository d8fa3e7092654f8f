package io.counterpart.channel.web;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.support.openapi.OperationDescriptionCustomizer;

/** What the API description says of each operation. */
@Configuration(proxyBeanMethods = false)
class OperationDescriptionConfiguration {

    @Bean
    OpenApiCustomizer operationNotesCustomizer() {
        return OperationDescriptionCustomizer.under("/api/v1")
                .withIdempotencyKeys()
                .notes("Customers", """
                        POST /customers                  | createCustomer  | 201     | Create a customer; Prefer: wait=N waits for the account number
                        PUT /customers/{asyncCustomerId} | putCustomer     | 200 201 | Create a customer under an id of the caller; 200 when it is there already
                        GET /customers/{id}              | getCustomer     | 200     | Read a customer by account number or async customer id
                        PATCH /customers/{id}            | editProfile     | 200     | Edit fields of the profile; null empties a field
                        POST /customers/search           | searchCustomers | 200     | Search by name, email, phone or account number, here or at headquarters too
                        POST /offline-uploads            | uploadOffline   | 200     | Take in what a till made while it was offline, each item with its own result
                        POST /sign-ins                   | signIn          | 200 201 | Find, link or create (201) the customer of an external identity
                        """)
                .notes("Parts of a customer", """
                        POST /customers/{id}/addresses               | addAddress        | 201 | Add an address
                        GET /customers/{id}/addresses/{addressId}    | getAddress        | 200 | Read an address
                        PATCH /customers/{id}/addresses/{addressId}  | editAddress       | 200 | Edit an address
                        DELETE /customers/{id}/addresses/{addressId} | deactivateAddress | 204 | Stop using an address
                        POST /customers/{id}/contacts                | addContact        | 201 | Add a secondary email or phone
                        PATCH /customers/{id}/contacts/{contactId}   | editContact       | 200 | Edit a secondary email or phone
                        DELETE /customers/{id}/contacts/{contactId}  | deactivateContact | 204 | Stop using a secondary email or phone
                        GET /customers/{id}/contacts/{contactId}     | getContact        | 200 | Read a secondary email or phone
                        PUT /customers/{id}/affiliations             | setAffiliations   | 200 | Replace all affiliations
                        PUT /customers/{id}/attributes               | setAttributes     | 200 | Replace all attributes
                        POST /customers/{id}/loyalty-cards           | issueLoyaltyCard  | 201 | Have headquarters issue a loyalty card
                        """)
                .notes("Orders", """
                        POST /customer-orders     | createOrder | 201 | Take an order, at once or as pending, as the functionality profile says
                        GET /customer-orders/{id} | getOrder    | 200 | Read an order
                        """)
                .notes("The channel", """
                        GET /events        | listenToEvents   | 200 | Listen to what happens, as server-sent events
                        GET /configuration | getConfiguration | 200 | Read what this channel runs
                        """);
    }
}
