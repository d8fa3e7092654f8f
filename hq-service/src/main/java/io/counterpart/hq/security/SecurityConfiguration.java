package io.counterpart.hq.security;

import java.io.IOException;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.problem.Problem;
import io.counterpart.hq.problem.Problems;

/** Which role may call what. */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    private static final String HQ_API = TokenRole.HQ_API.name();
    private static final String CHANNEL_DATABASE = TokenRole.CHANNEL_DATABASE.name();

    @Bean
    SecurityFilterChain security(
            HttpSecurity http, TokenRepository tokens, Problems problems, Environment environment) {
        var bearerTokens = new BearerTokens(tokens, environment.acceptsProfiles(Profiles.of("local")));
        return http.csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .addFilterBefore(bearerTokens, UsernamePasswordAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(EndpointRequest.to("health", "info"))
                        .permitAll()
                        .requestMatchers(EndpointRequest.toAnyEndpoint())
                        .hasRole(HQ_API)
                        .requestMatchers("/realtime/**")
                        .hasRole(CHANNEL_DATABASE)
                        .requestMatchers("/api/**")
                        .hasRole(HQ_API)
                        .requestMatchers("/problems/**", "/v3/api-docs/**", "/docs/**", "/swagger-ui/**", "/webjars/**")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(it -> it.authenticationEntryPoint(
                                (request, response, e) -> unauthorized(problems, request, response))
                        .accessDeniedHandler((request, response, e) -> forbidden(problems, request, response)))
                .build();
    }

    /** Nobody signs in with a password yet; without this Boot would make up a user. */
    @Bean
    UserDetailsService users() {
        return new InMemoryUserDetailsManager();
    }

    private static void unauthorized(Problems problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = new Problem(
                401, "unauthorized", "Who are you?", "Send a bearer token that is known, not revoked and not expired.");
        problems.write(problem, request.getRequestURI(), response);
    }

    private static void forbidden(Problems problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = new Problem(403, "forbidden", "Not with this token", "The role of this token may not do this.");
        problems.write(problem, request.getRequestURI(), response);
    }
}
