package io.counterpart.channel.security;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;

import io.counterpart.support.problem.StandardProblem;

/**
 * Access rules: the API for tills and storefronts, a part of it for customers, its documentation, the start page and
 * the till application for everyone.
 */
final class ApiAccessRules {

    private static final String TILL = CallerRole.TILL.name();
    private static final String STOREFRONT = CallerRole.STOREFRONT.name();
    private static final String SIGN_IN_ONLY = CallerRole.SIGN_IN_ONLY.name();
    private static final String CUSTOMER = CallerRole.CUSTOMER.name();

    private ApiAccessRules() {}

    static void apply(AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers("/api/v1/sign-ins").hasAnyRole(STOREFRONT, SIGN_IN_ONLY);
        rules.requestMatchers(HttpMethod.GET, "/api/v1/configuration").hasAnyRole(TILL, STOREFRONT, SIGN_IN_ONLY);
        // A copy of many customers is for devices of the store only.
        rules.requestMatchers("/api/v1/customers/changes").hasRole(TILL);
        rules.requestMatchers("/api/v1/tills/**", "/api/v1/clerks", "/api/v1/clerk-sign-ins")
                .hasRole(TILL);
        forCustomers(rules);
        rules.requestMatchers("/api/**").hasAnyRole(TILL, STOREFRONT);
        rules.requestMatchers(
                        "/",
                        "/index.html",
                        "/start.css",
                        "/favicon.svg",
                        "/robots.txt",
                        "/pos",
                        "/pos/**",
                        "/problems/**",
                        "/v3/api-docs/**",
                        "/v3/api-docs.yaml",
                        "/docs/**",
                        "/swagger-ui/**",
                        "/webjars/**",
                        "/error")
                .permitAll();
        rules.anyRequest().authenticated();
    }

    // A customer cannot give itself a group, affiliations, attributes or loyalty cards, and an order states its prices.
    private static void forCustomers(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry rules) {
        rules.requestMatchers(HttpMethod.GET, "/api/v1/customers/{id}", "/api/v1/customer-orders/{id}")
                .hasAnyRole(TILL, STOREFRONT, CUSTOMER);
        rules.requestMatchers(HttpMethod.PATCH, "/api/v1/customers/{id}").hasAnyRole(TILL, STOREFRONT, CUSTOMER);
        rules.requestMatchers("/api/v1/customers/{id}/addresses/**", "/api/v1/customers/{id}/contacts/**")
                .hasAnyRole(TILL, STOREFRONT, CUSTOMER);
    }

    /** Why the caller may not do what it requested, and what to do. */
    static RuntimeException refusal(HttpServletRequest request) {
        if (request.isUserInRole(SIGN_IN_ONLY)) {
            return StandardProblem.FORBIDDEN.because(
                    "This storefront may only sign customers in. Send the customerToken of the sign-in to read or edit "
                            + "the customer, or have headquarters allow full storefront access.");
        }
        if (request.isUserInRole(CUSTOMER)) {
            return StandardProblem.FORBIDDEN.because(
                    "A customer can read and edit only its own data: profile, addresses, contacts, orders.");
        }
        return StandardProblem.FORBIDDEN.because("The role of this token does not permit this request.");
    }
}
