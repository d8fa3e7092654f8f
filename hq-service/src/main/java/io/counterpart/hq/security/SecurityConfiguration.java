package io.counterpart.hq.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.support.limit.UnauthorizedEntryPoint;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.problem.StandardProblem;
import io.counterpart.support.security.BearerTokenFilter;

/** The permissions of token roles. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String HQ_API = TokenRole.HQ_API.name();
    private static final String CHANNEL_DATABASE = TokenRole.CHANNEL_DATABASE.name();

    @Bean
    @Order(2)
    SecurityFilterChain security(
            HttpSecurity http, TokenService tokens, ProblemResponses problems, UnauthorizedEntryPoint unauthorized) {
        var bearerTokens = new BearerTokenFilter(tokens::callerWith, problems);
        return http.securityMatcher(SecurityConfiguration::isOfAProgram)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(bearerTokens, UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers("/realtime/**")
                        .hasRole(CHANNEL_DATABASE)
                        .requestMatchers("/api/**")
                        .hasRole(HQ_API)
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(it -> it.authenticationEntryPoint(unauthorized)
                        .accessDeniedHandler((request, response, e) -> forbidden(problems, request, response)))
                .build();
    }

    // Requests are observed as a whole: observing each filter costs more than the filters themselves.
    @Bean
    SecurityObservationSettings noObservationOfFilters() {
        return SecurityObservationSettings.noObservations();
    }

    /** API clients send a token; the browser of a signed-in user sends a session instead. */
    private static boolean isOfAProgram(HttpServletRequest request) {
        String path = request.getRequestURI();
        return path.startsWith("/realtime/") || (path.startsWith("/api/") && hasNoSession(request));
    }

    private static boolean hasNoSession(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) != null || request.getRequestedSessionId() == null;
    }

    private static void forbidden(ProblemResponses problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = StandardProblem.FORBIDDEN.because("The role of this token does not permit this request.");
        problems.write(problem, request, response);
    }
}
