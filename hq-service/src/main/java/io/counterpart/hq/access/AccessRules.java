package io.counterpart.hq.access;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

import io.counterpart.hq.security.Role;

/**
 * The permissions by path, for pages and API. A path without a rule is denied to all users, so that a new page without
 * a rule is noticed immediately.
 */
final class AccessRules {

    private static final String[] FOR_ALL = {
        "/sign-in",
        "/sign-in/company/**",
        "/sign-in/callback",
        "/sign-out",
        "/problems/**",
        "/console.css",
        "/console-parts.css",
        "/console.js",
        "/shortcuts.js",
        "/customer-import.js",
        "/favicon.svg",
        "/icons.svg",
        "/robots.txt",
        "/webjars/**",
        "/docs/**",
        "/v3/api-docs/**",
        "/v3/api-docs.yaml",
        "/swagger-ui/**",
        "/swagger-ui.html",
        "/error"
    };
    private static final String[] CONFIGURATION = {
        "/administration/**",
        "/api/v1/features/**",
        "/api/v1/functionality-profiles/**",
        "/api/v1/channels/**",
        "/api/v1/channel-databases/**",
        "/api/v1/channel-database-groups/**",
        "/api/v1/default-customers/**",
        "/api/v1/customer-groups/**",
        "/api/v1/affiliations/**",
        "/api/v1/attribute-definitions/**",
        "/api/v1/number-sequences/**",
        "/api/v1/recovery/**",
        "/api/v1/duplicate-policy/**",
        "/api/v1/customer-imports/**",
        "/api/v1/customer-export",
        "/api/v1/devices/**",
        "/api/v1/clerks/**",
        "/api/v1/alerts/**",
        "/api/v1/alert-settings/**",
        "/api/v1/alert-destinations/**"
    };
    private static final String[] ERASURE = {
        "/customers/*/erasure",
        "/customers/*/personal-data.json",
        "/api/v1/customers/*/erasure",
        "/api/v1/customers/*/personal-data"
    };
    private static final String[] WORK = {
        "/synchronization/**",
        "/dead-letters/**",
        "/jobs/**",
        "/sessions/**",
        "/stuck-customers/**",
        "/possible-duplicates/**",
        "/customers/**",
        "/api/v1/synchronization-operations/**",
        "/api/v1/batch-jobs/**",
        "/api/v1/dead-letters/**",
        "/api/v1/upload-sessions/rerun",
        "/api/v1/upload-sessions/acknowledge-unavailable",
        "/api/v1/customers/**",
        "/api/v1/possible-duplicates/**"
    };
    private static final String[] LOOKING = {
        "/",
        "/account",
        "/home/**",
        "/search",
        "/statistics",
        "/tills/**",
        "/api/v1/upload-sessions/**",
        "/api/v1/download-sessions/**",
        "/api/v1/installation",
        "/api/v1/pipeline/**",
        "/api/v1/reconciliation/**",
        "/api/v1/stuck-customers/**",
        "/api/v1/statistics",
        "/api/v1/tills",
        "/api/v1/audit-entries/**"
    };

    private AccessRules() {}

    static void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        String viewer = Role.VIEWER.name();
        String operator = Role.OPERATOR.name();
        String admin = Role.ADMIN.name();
        rules.requestMatchers(FOR_ALL).permitAll();
        rules.requestMatchers(HttpMethod.POST, "/language").permitAll();
        // The audit log, which names who changed users and tokens, is visible to all users.
        rules.requestMatchers(
                        "/administration/users/**",
                        "/administration/tokens/**",
                        "/administration/clerks/**",
                        "/administration/alerts/**",
                        "/administration/customer-imports/**",
                        "/administration/customer-export")
                .hasRole(admin);
        rules.requestMatchers(
                        HttpMethod.GET,
                        "/api/v1/customer-imports/**",
                        "/api/v1/customer-export",
                        "/api/v1/devices/**",
                        "/api/v1/clerks/**",
                        "/api/v1/alerts/**",
                        "/api/v1/alert-settings/**",
                        "/api/v1/alert-destinations/**")
                .hasRole(admin);
        // Erasure and export concern all data of a customer; the preview already says what there is.
        rules.requestMatchers(ERASURE).hasRole(admin);
        for (String[] area : new String[][] {CONFIGURATION, WORK, LOOKING}) {
            rules.requestMatchers(HttpMethod.GET, area).hasRole(viewer);
        }
        // A search changes nothing; it is a POST so that no personal data is part of a URL.
        rules.requestMatchers(
                        HttpMethod.POST,
                        "/api/v1/customers/search",
                        "/customers",
                        "/search",
                        "/search/suggestions",
                        "/synchronization",
                        "/synchronization/export.csv")
                .hasRole(viewer);
        // Every user may change the own password, end the own sessions, and keep views of lists.
        rules.requestMatchers(HttpMethod.POST, "/account/password", "/account/sign-out-everywhere")
                .hasRole(viewer);
        rules.requestMatchers(HttpMethod.POST, "/views/*/share").hasRole(operator);
        rules.requestMatchers(HttpMethod.POST, "/views/**").hasRole(viewer);
        rules.requestMatchers(WORK).hasRole(operator);
        rules.requestMatchers(CONFIGURATION).hasRole(admin);
        rules.anyRequest().denyAll();
    }
}
