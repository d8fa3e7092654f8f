package io.counterpart.hq.security;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.support.limit.UnauthorizedEntryPoint;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.problem.StandardProblem;
import io.counterpart.support.security.BearerTokenFilter;
import io.counterpart.support.security.ManagementProperties;

/** Access rules of the management port: health for everyone, metrics for the metrics collector and API clients. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ManagementProperties.class)
class ManagementSecurityConfiguration {

    private static final String SCRAPER = ManagementProperties.Role.SCRAPER.name();
    private static final String HQ_API = TokenRole.HQ_API.name();

    @Bean
    @Order(1)
    SecurityFilterChain management(
            HttpSecurity http,
            ManagementProperties management,
            TokenService tokens,
            ProblemResponses problems,
            UnauthorizedEntryPoint unauthorized) {
        var bearerTokens =
                new BearerTokenFilter(token -> management.scraper(token).or(() -> tokens.callerWith(token)), problems);
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(bearerTokens, AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(EndpointRequest.to("health", "info"))
                            .permitAll();
                    if (management.openMetrics()) {
                        requests.requestMatchers(EndpointRequest.to("metrics", "prometheus"))
                                .permitAll();
                    }
                    requests.anyRequest().hasAnyRole(HQ_API, SCRAPER);
                })
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(unauthorized)
                        .accessDeniedHandler((request, response, e) -> problems.write(forbidden(), request, response)))
                .build();
    }

    private static Problem forbidden() {
        return StandardProblem.FORBIDDEN.because("The role of this token does not permit this request.");
    }
}
