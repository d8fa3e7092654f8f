package io.counterpart.channel.security;

import io.counterpart.testsupport.authorization.AuthorizationRules;
import io.counterpart.testsupport.authorization.CallerRole;
import io.counterpart.testsupport.authorization.Endpoint;

/** Who may call the endpoints of the channel service. */
final class ChannelAuthorization {

    private static final String RULES = """
            # Customers are those of the whole company: a till edits what another channel created.
            *    /api/v1/customers/**               TILL, STOREFRONT
            POST /api/v1/sign-ins                   STOREFRONT
            POST /api/v1/offline-uploads            TILL, STOREFRONT
            POST /api/v1/customer-orders            TILL, STOREFRONT
            GET  /api/v1/customer-orders/{id}       TILL=own/404, STOREFRONT=own/404
            GET  /api/v1/configuration              TILL, STOREFRONT
            GET  /api/v1/events                     TILL, STOREFRONT

            # The description of the API.
            GET  /problems/**                       everyone
            GET  /docs                              everyone
            GET  /v3/api-docs*                      everyone
            GET  /v3/api-docs/**                    everyone
            GET  /swagger-ui*/**                    everyone
            GET  /webjars/**                        everyone
            GET  /error                             everyone

            GET  management:/actuator               everyone
            GET  management:/actuator/health/**     everyone
            GET  management:/actuator/prometheus    everyone

            GET  /api/…                             TILL=404, STOREFRONT=404
            GET  /…                                 TILL=404, STOREFRONT=404
            GET  management:/…                      TILL=404, STOREFRONT=404
            """;

    private ChannelAuthorization() {}

    static AuthorizationRules rules() {
        return AuthorizationRules.parse(RULES, ChannelAuthorization::denial);
    }

    // Tokens and sessions of HQ are unknown here.
    private static String denial(Endpoint endpoint, CallerRole caller) {
        return switch (caller) {
            case TILL, STOREFRONT -> "403";
            default -> "401";
        };
    }
}
