package io.counterpart.hq.access;

import io.counterpart.testsupport.authorization.AuthorizationRules;
import io.counterpart.testsupport.authorization.Endpoint;
import io.counterpart.testsupport.authorization.TableCaller;

/** Who may call the endpoints, pages and files of HQ. */
final class HqAuthorization {

    private static final String RULES = """
            # Pages that a user needs before the sign-in or on every page.
            *    /sign-in                                 everyone
            POST /sign-out                                everyone
            POST /language                                everyone
            GET  /*.css                                   everyone
            GET  /*.js                                    everyone
            GET  /*.svg                                   everyone
            GET  /robots.txt                              everyone
            GET  /webjars/**                              everyone
            GET  /error                                   everyone

            # The description of the API.
            GET  /problems/**                             everyone
            GET  /docs                                    everyone
            GET  /v3/api-docs*                            everyone
            GET  /v3/api-docs/**                          everyone
            GET  /swagger-ui/**                           everyone

            # Pages: a viewer sees all but users, clerks and tokens, an operator does the daily work, an administrator the rest.
            # A search is a POST so that no personal data is part of a URL.
            GET  /                                        VIEWER+
            GET  /home/live                               VIEWER+
            *    /account/**                              VIEWER+
            GET  /search                                  VIEWER+
            POST /search                                  VIEWER+
            POST /search/suggestions                      VIEWER+
            *    /administration/users/**                 ADMIN
            *    /administration/tokens/**                ADMIN
            *    /administration/clerks/**                ADMIN
            *    /administration/alerts/**                ADMIN
            *    /administration/customer-imports/**      ADMIN
            GET  /administration/**                       VIEWER+
            POST /administration/**                       ADMIN
            POST /customers                               VIEWER+
            POST /synchronization                         VIEWER+
            POST /synchronization/export.csv              VIEWER+
            *    /customers/{id}/erasure                  ADMIN
            GET  /customers/{id}/personal-data.json       ADMIN
            GET  /customers/**                            VIEWER+
            POST /customers/**                            OPERATOR+
            GET  /synchronization/**                      VIEWER+
            POST /synchronization/**                      OPERATOR+
            GET  /dead-letters/**                         VIEWER+
            POST /dead-letters/**                         OPERATOR+
            GET  /jobs/**                                 VIEWER+
            POST /jobs/**                                 OPERATOR+
            GET  /sessions                                VIEWER+
            POST /sessions/**                             OPERATOR+
            GET  /stuck-customers                         VIEWER+
            POST /stuck-customers/**                      OPERATOR+
            GET  /possible-duplicates/**                  VIEWER+
            POST /possible-duplicates/**                  OPERATOR+
            # Views of lists belong to a user; an operator shares them with all users.
            POST /views/*/share                           OPERATOR+
            POST /views/**                                VIEWER+
            GET  /statistics                              VIEWER+
            GET  /tills/**                                VIEWER+

            # The API, for users with a session as the pages, and for programs as for administrators.
            *    /api/v1/devices/**                       HQ_API, ADMIN
            *    /api/v1/clerks/**                        HQ_API, ADMIN
            *    /api/v1/alerts                           HQ_API, ADMIN
            *    /api/v1/alert-settings                   HQ_API, ADMIN
            *    /api/v1/alert-destinations/**            HQ_API, ADMIN
            *    /api/v1/customer-imports/**              HQ_API, ADMIN
            GET  /api/v1/customer-export                  HQ_API, ADMIN
            *    /api/v1/customers/{id}/erasure           HQ_API, ADMIN
            GET  /api/v1/customers/{id}/personal-data     HQ_API, ADMIN
            GET  /api/…                                   HQ_API=404
            GET  /api/v1/**                               HQ_API, VIEWER+
            POST /api/v1/customers/search                 HQ_API, VIEWER+
            *    /api/v1/customers/**                     HQ_API, OPERATOR+
            *    /api/v1/synchronization-operations/**    HQ_API, OPERATOR+
            *    /api/v1/batch-jobs/**                    HQ_API, OPERATOR+
            *    /api/v1/dead-letters/**                  HQ_API, OPERATOR+
            POST /api/v1/upload-sessions/**               HQ_API, OPERATOR+
            POST /api/v1/possible-duplicates/**           HQ_API, OPERATOR+
            PUT  /api/v1/*/*                              HQ_API, ADMIN
            PUT  /api/v1/duplicate-policy                 HQ_API, ADMIN
            POST /api/v1/channel-databases/*/resend       HQ_API, ADMIN
            POST /api/v1/recovery/**                      HQ_API, ADMIN

            # A channel database acts for its own channels, and finds all customers.
            POST /realtime/v1/operations                  CHANNEL_DATABASE=own/403
            POST /realtime/v1/orders                      CHANNEL_DATABASE=own/403
            POST /realtime/v1/orders/states               CHANNEL_DATABASE=own/403
            POST /realtime/v1/loyalty-cards               CHANNEL_DATABASE=own/403
            POST /realtime/v1/loyalty-cards/search        CHANNEL_DATABASE
            POST /realtime/v1/customers/search            CHANNEL_DATABASE
            GET  /realtime/v1/customers/{id}              CHANNEL_DATABASE

            GET  management:/actuator                     HQ_API, SCRAPER
            GET  management:/actuator/health/**           everyone
            GET  management:/actuator/info                everyone
            GET  management:/actuator/metrics/**          HQ_API, SCRAPER
            GET  management:/actuator/prometheus          HQ_API, SCRAPER

            GET  /…                                       VIEWER+=404
            GET  management:/…                            VIEWER+=sign-in
            """;

    private HqAuthorization() {}

    static AuthorizationRules rules() {
        return AuthorizationRules.parse(RULES, HqAuthorization::denial);
    }

    static boolean isPage(Endpoint endpoint) {
        String path = endpoint.pattern();
        return !path.startsWith("/api/") && !path.startsWith("/realtime/") && !endpoint.management();
    }

    static String section(Endpoint endpoint) {
        if (endpoint.management()) {
            return "HQ: management port";
        }
        if (endpoint.pattern().startsWith("/realtime/")) {
            return "HQ: Real-time service";
        }
        return isPage(endpoint) ? "HQ: pages" : "HQ: API";
    }

    private static String denial(Endpoint endpoint, TableCaller caller) {
        boolean known = switch (caller) {
            case TILL, STOREFRONT, SIGN_IN_ONLY, CHANNEL_DATABASE, HQ_API -> true;
            default -> false;
        };
        if (endpoint.pattern().startsWith("/api/")) {
            return known || caller.isUser() ? "403" : "401";
        }
        // Only tokens count there.
        if (endpoint.pattern().startsWith("/realtime/") || endpoint.pattern().startsWith("/actuator")) {
            return known ? "403" : "401";
        }
        return caller.isUser() ? "403" : "sign-in";
    }
}
