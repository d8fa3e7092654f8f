package io.counterpart.channel.security;

import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

import io.counterpart.support.limit.UnauthorizedEntryPoint;
import io.counterpart.support.openapi.DocumentationPolicy;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.security.BearerTokenFilter;
import io.counterpart.support.security.Sha256;

/** Authentication by bearer token, or by the session of a page of this service. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    @Bean
    @Order(2)
    SecurityFilterChain security(
            HttpSecurity http,
            DeviceTokenService devices,
            CustomerTokenService customers,
            ProblemResponses problems,
            UnauthorizedEntryPoint unauthorized,
            BrowserFilters browsers,
            Environment environment) {
        boolean demoTokens = environment.acceptsProfiles(Profiles.of("local"));
        return http.csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.addHeaderWriter(DocumentationPolicy.headers())
                        .addHeaderWriter(TillPagePolicy.headers())
                        .addHeaderWriter(TextPagePolicy.headers())
                        .addHeaderWriter(TillPagePolicy.permissions())
                        .addHeaderWriter(TillPagePolicy.permissionsElsewhere()))
                .authorizeHttpRequests(ApiAccessRules::apply)
                .addFilterBefore(
                        new BearerTokenFilter(
                                token -> isDemo(token) && !demoTokens
                                        ? Optional.empty()
                                        : callerWith(token, devices, customers),
                                problems),
                        AuthorizationFilter.class)
                .addFilterBefore(browsers.session(), AuthorizationFilter.class)
                .addFilterBefore(browsers.customerSession(), AuthorizationFilter.class)
                .addFilterBefore(browsers.origin(), AuthorizationFilter.class)
                .addFilterBefore(new ClerkFilter(problems), AuthorizationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(new RevokedTokenEntryPoint(
                                unauthorized, request -> isRevoked(request, devices, browsers), problems))
                        .accessDeniedHandler((request, response, e) ->
                                problems.write(ApiAccessRules.refusal(request), request, response)))
                .build();
    }

    // The tokens of the demo data are published in the README.
    private static boolean isDemo(String token) {
        return token.startsWith("local-");
    }

    private static Optional<Authentication> callerWith(
            String token, DeviceTokenService devices, CustomerTokenService customers) {
        String sha256 = Sha256.hex(token);
        Optional<Caller> caller =
                CustomerTokenService.isCustomerToken(token) ? customers.callerWith(sha256) : devices.callerWith(sha256);
        return caller.map(known -> BearerTokenFilter.authenticated(known, known.role()));
    }

    private static boolean isRevoked(HttpServletRequest request, DeviceTokenService devices, BrowserFilters browsers) {
        return BearerTokenFilter.tokenOf(request)
                .map(token -> devices.isRevoked(Sha256.hex(token)))
                .orElseGet(() -> browsers.isOfRevokedToken(request));
    }

    // Requests are observed as a whole: an observation of each filter costs more than the filters.
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    // Prevents Spring Boot from creating a user with a password in the log.
    @Bean
    AuthenticationManager noPasswords() {
        return authentication -> {
            throw new AuthenticationServiceException("Callers are known by their token only");
        };
    }
}
