package io.counterpart.channel.security;

import io.counterpart.testsupport.authorization.AuthorizationRules;
import io.counterpart.testsupport.authorization.Endpoint;
import io.counterpart.testsupport.authorization.TableCaller;

/** Who may call the endpoints of the channel service. */
final class ChannelAuthorization {

    private static final String RULES = """
            GET   /api/v1/customers/changes            TILL
            # A customer sees and edits itself, but does not decide about prices: groups, affiliations, attributes, cards.
            GET   /api/v1/customers/{id}               TILL, STOREFRONT, CUSTOMER=own/404
            PATCH /api/v1/customers/{id}               TILL, STOREFRONT, CUSTOMER=own/404
            *     /api/v1/customers/{id}/addresses/**  TILL, STOREFRONT, CUSTOMER=own/404
            *     /api/v1/customers/{id}/contacts/**   TILL, STOREFRONT, CUSTOMER=own/404
            # Customers are those of the whole company: a till edits what another channel created.
            *     /api/v1/customers/**                 TILL, STOREFRONT
            POST  /api/v1/sign-ins                     STOREFRONT, SIGN_IN_ONLY
            # A token that only signs customers in belongs in a back end, and a customer has a token of its own.
            *     /api/v1/session                      TILL, STOREFRONT
            POST  /api/v1/offline-uploads              TILL, STOREFRONT
            POST  /api/v1/tills/heartbeat              TILL
            # Clerks use tills only.
            GET   /api/v1/clerks                       TILL
            POST  /api/v1/clerk-sign-ins               TILL
            POST  /api/v1/customer-orders              TILL, STOREFRONT
            POST  /api/v1/customer-orders/{id}/cancellation  TILL=own/404, STOREFRONT=own/404
            GET   /api/v1/customer-orders/{id}         TILL=own/404, STOREFRONT=own/404, CUSTOMER=own/404
            GET   /api/v1/configuration                TILL, STOREFRONT, SIGN_IN_ONLY
            GET   /api/v1/events                       TILL, STOREFRONT

            # The start page, and the description of the API.
            GET   /                                    everyone
            GET   /*.*                                 everyone
            # The till application contains no data: it reads them through the API.
            GET   /pos                                 everyone
            GET   /pos/                                everyone
            GET   /pos/**                              everyone
            GET   /problems/**                         everyone
            GET   /docs                                everyone
            GET   /v3/api-docs*                        everyone
            GET   /v3/api-docs/**                      everyone
            GET   /swagger-ui/**                       everyone
            GET   /webjars/**                          everyone
            GET   /error                               everyone

            GET   management:/actuator                 SCRAPER
            GET   management:/actuator/health/**       everyone
            GET   management:/actuator/prometheus      SCRAPER

            GET   /api/…                               TILL=404, STOREFRONT=404
            GET   /…                                   TILL=404, STOREFRONT=404, SIGN_IN_ONLY=404, CUSTOMER=404
            GET   management:/…                        TILL=404, STOREFRONT=404, SIGN_IN_ONLY=404, CUSTOMER=404
            """;

    private ChannelAuthorization() {}

    static AuthorizationRules rules() {
        return AuthorizationRules.parse(RULES, ChannelAuthorization::denial);
    }

    // Tokens and sessions of HQ are unknown here, and to the metrics all tokens but one.
    private static String denial(Endpoint endpoint, TableCaller caller) {
        return switch (caller) {
            case TILL, STOREFRONT, SIGN_IN_ONLY, CUSTOMER -> endpoint.management() ? "401" : "403";
            default -> "401";
        };
    }
}
