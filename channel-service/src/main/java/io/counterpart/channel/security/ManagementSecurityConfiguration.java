package io.counterpart.channel.security;

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

import io.counterpart.support.limit.UnauthorizedEntryPoint;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.security.BearerTokenFilter;
import io.counterpart.support.security.ManagementProperties;

/** Access rules of the management port: health for everyone, metrics for the metrics collector. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ManagementProperties.class)
class ManagementSecurityConfiguration {

    private static final String SCRAPER = ManagementProperties.Role.SCRAPER.name();

    @Bean
    @Order(1)
    SecurityFilterChain management(
            HttpSecurity http,
            ManagementProperties management,
            ProblemResponses problems,
            UnauthorizedEntryPoint unauthorized) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .authorizeHttpRequests(requests -> {
                    requests.requestMatchers(EndpointRequest.to("health", "info"))
                            .permitAll();
                    if (management.openMetrics()) {
                        requests.requestMatchers(EndpointRequest.to("metrics", "prometheus"))
                                .permitAll();
                    }
                    requests.anyRequest().hasRole(SCRAPER);
                })
                .addFilterBefore(new BearerTokenFilter(management::scraper, problems), AuthorizationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(unauthorized))
                .build();
    }
}
