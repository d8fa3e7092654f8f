package io.counterpart.channel.web;

import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.counterpart.support.openapi.OperationDescriptionCustomizer;
import io.counterpart.support.problem.ProblemCatalog;

/** The descriptions of the operations in the OpenAPI document, in the order of a customer's life. */
@Configuration(proxyBeanMethods = false)
class OperationDescriptionConfiguration {

    @Bean
    OpenApiCustomizer operationNotesCustomizer(ProblemCatalog catalog) {
        OpenApiCustomizer notes = OperationDescriptionCustomizer.under("/api/v1", catalog)
                .withIdempotencyKeys()
                .notes("Customers", "Find, create and edit customers.", """
                        POST /customers/search | searchCustomers | 200                                       | Search customers by a text (name, email, phone, account number), by criteria (also loyalty card and postal code), or both; optionally at headquarters
                        POST /customers/possible-duplicates | findPossibleDuplicates | 200 | Find the customers of this channel database that a new customer may duplicate, best first; without headquarters
                        POST /customers        | createCustomer  | 201 ETag Location Idempotent-Replayed 409 410 | Create a customer (Prefer: wait=N waits for the account number)
                        GET /customers/{id}    | getCustomer     | 200 ETag 410                              | Get a customer by account number or async customer ID; with a customerToken only the customer itself, without the state of its synchronization
                        PATCH /customers/{id}  | editProfile     | 200 ETag 409 410 If-Match                 | Edit the profile (null clears a field); with a customerToken only the customer itself
                        """)
                .notes("Sign-in", "Sign customers of a storefront in.", """
                        POST /sign-ins | signIn | 200 ETag 201 ETag Location 409 | Find, link or create (201) the customer of an external identity; a repetition answers with a new customerToken
                        """)
                .notes("Sessions", "Sessions of web pages of this service: a cookie in place of an access token.", """
                        POST /session   | createSession | 201 | Exchange the access token for a session, whose cookie acts as the token in pages of this service; it ends after 12 hours without a request, and after 24 hours
                        GET /session    | getSession    | 200 | Get the channel, the device and the role of the session or token
                        DELETE /session | endSession    | 204 | End the session
                        """)
                .notes("Clerks", "Who uses a POS terminal.", """
                        GET /clerks          | getClerks   | 200 | List the clerks who can sign in at the tills of the channel, by name; POS terminals only
                        POST /clerk-sign-ins | signClerkIn | 200 | Sign a clerk in by PIN; the answer has the key with which the till encrypts customer data. POS terminals only
                        """)
                .notes(
                        "Addresses, contacts & attributes",
                        "The parts of a customer. Their ETag is that of the customer.",
                        """
                        POST /customers/{id}/addresses               | addAddress        | 201 ETag Location Idempotent-Replayed 409 410 | Add an address
                        GET /customers/{id}/addresses/{addressId}    | getAddress        | 200 ETag 410 | Get an address
                        PATCH /customers/{id}/addresses/{addressId}  | editAddress       | 200 ETag 409 410 If-Match | Edit an address
                        DELETE /customers/{id}/addresses/{addressId} | deactivateAddress | 204 ETag 409 410 If-Match | Deactivate an address
                        POST /customers/{id}/contacts                | addContact        | 201 ETag Location Idempotent-Replayed 409 410 | Add a secondary email or phone
                        GET /customers/{id}/contacts/{contactId}     | getContact        | 200 ETag 410 | Get a secondary email or phone
                        PATCH /customers/{id}/contacts/{contactId}   | editContact       | 200 ETag 409 410 If-Match | Edit a secondary email or phone
                        DELETE /customers/{id}/contacts/{contactId}  | deactivateContact | 204 ETag 409 410 If-Match | Deactivate a secondary email or phone
                        PUT /customers/{id}/affiliations             | setAffiliations   | 200 ETag 409 410 If-Match | Replace all affiliations
                        PUT /customers/{id}/attributes               | setAttributes     | 200 ETag 409 410 If-Match | Replace all attributes
                        POST /customers/{id}/loyalty-cards           | issueLoyaltyCard  | 200 Idempotent-Replayed 201 Idempotent-Replayed 409 410 | Issue a loyalty card (201), or get the one that the customer has (200)
                        POST /customers/{id}/notes                   | addNote           | 201 Idempotent-Replayed 409 410 | Write a note on a customer; read it with include=timeline
                        GET /customers/{id}/loyalty-cards            | listLoyaltyCards  | 200 410 | List the loyalty cards of a customer; without headquarters only those that this channel database knows
                        """)
                .notes("Orders", "Orders of customers, with or without an account number.", """
                        POST /customer-orders     | createOrder | 201 Location Idempotent-Replayed 404 409 410 | Create an order, synchronously or asynchronously by functionality profile (Prefer: respond-async creates it asynchronously, wait=N waits for its number)
                        POST /customer-orders/{id}/cancellation | cancelOrder | 200 Idempotent-Replayed 404 409 | Cancel an order, whether headquarters has created it or not; a repetition changes nothing
                        GET /customer-orders/{id} | getOrder    | 200                                      | Get an order of the channel; with a customerToken an order of the customer
                        """)
                .notes("Offline", "What a POS terminal did while it was offline.", """
                        PUT /customers/{id}   | putCustomer   | 200 ETag Location Idempotent-Replayed 201 ETag Location 409 410 | Create a customer with a client-generated ID (200 if it exists)
                        GET /customers/changes | getCustomerChanges | 200 409 410 | Copy the customers of the store, page by page, and then what has changed (tills only)
                        POST /offline-uploads | uploadOffline | 200 Idempotent-Replayed 409                                 | Upload what was done offline: customers created and edited; each item has a result of its own (APPLIED, MERGED, REFUSED, RETRY)
                        POST /tills/heartbeat | sendHeartbeat | 200                                                         | Report version, clock and queue of the till, once a minute; POS terminals only
                        """)
                .notes("Configuration & events", "What the channel does, and what happens to its customers.", """
                        GET /configuration | getConfiguration | 200 404 | Get the configuration of the channel
                        GET /events        | listenToEvents   | 200     | Stream events (SSE)
                        """);
        return api -> {
            notes.customise(api);
            ClerkHeaderDescription.addTo(api);
        };
    }
}
