package io.counterpart.hq.access;

import java.time.Clock;

import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.access.hierarchicalroles.RoleHierarchy;
import org.springframework.security.access.hierarchicalroles.RoleHierarchyImpl;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.security.web.authentication.logout.CookieClearingLogoutHandler;
import org.springframework.security.web.csrf.XorCsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestHeaderRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

import io.counterpart.hq.access.CompanySignInConfiguration.CompanySignIn;
import io.counterpart.support.limit.UnauthorizedEntryPoint;
import io.counterpart.support.openapi.DocumentationPolicy;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.ProblemResponses;
import io.counterpart.support.problem.StandardProblem;

/** Security of HQ's pages: sign-in form, session cookie, CSRF tokens in forms. */
@Configuration(proxyBeanMethods = false)
class PageSecurityConfiguration {

    // Only resources of this site, and no inline script or style: injected input remains text.
    private static final String CONTENT =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
                    + "connect-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private static final RequestMatcher API =
            PathPatternRequestMatcher.withDefaults().matcher("/api/**");
    private static final RequestMatcher PAGES = new NegatedRequestMatcher(API);

    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    SecurityFilterChain pages(
            HttpSecurity http,
            ProblemResponses problems,
            RoleAccessDeniedHandler refusal,
            HqUserRepository users,
            UnauthorizedEntryPoint unauthorized,
            PageCookies cookies,
            ObjectProvider<CompanySignIn> company,
            Clock clock)
            throws Exception {
        CompanySignIn companySignIn = company.getIfAvailable();
        if (companySignIn != null) {
            http.oauth2Login(companySignIn::customize);
        }
        return http.authorizeHttpRequests(AccessRules::apply)
                .exceptionHandling(it -> it.defaultAuthenticationEntryPointFor(unauthorized, API)
                        .defaultAccessDeniedHandlerFor(
                                (request, response, e) -> problems.write(forbidden(), request, response), API)
                        .defaultAccessDeniedHandlerFor(refusal, PAGES)
                        // A partial refresh must not insert the sign-in form into the page: the browser reloads the
                        // complete page.
                        .defaultAuthenticationEntryPointFor(
                                (request, response, e) -> {
                                    response.setHeader("HX-Refresh", "true");
                                    response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
                                },
                                new RequestHeaderRequestMatcher("HX-Request"))
                        .defaultAuthenticationEntryPointFor(new SignInEntryPoint(), PAGES))
                .addFilterBefore(new SessionValidityFilter(users, clock), AuthorizationFilter.class)
                // Anonymous visitors get no session: any number of them would fill the memory.
                .csrf(csrf -> csrf.csrfTokenRepository(cookies.csrf()).csrfTokenRequestHandler(csrfTokens()))
                .requestCache(cache -> cache.requestCache(cookies.requestedPage()))
                .formLogin(form ->
                        form.loginPage("/sign-in").defaultSuccessUrl("/").failureHandler(failedSignIn()))
                .logout(out -> out.logoutUrl("/sign-out")
                        .logoutSuccessUrl("/sign-in?out")
                        .addLogoutHandler(new CookieClearingLogoutHandler(cookies.endOfSession())))
                .sessionManagement(session -> session.sessionFixation(fixation -> fixation.changeSessionId()))
                .headers(headers -> headers.addHeaderWriter(contentPolicy())
                        .addHeaderWriter(DocumentationPolicy.headers())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN)))
                .build();
    }

    // Not deferred until a form is written: by then the response may be committed, and the cookie would be lost.
    private static XorCsrfTokenRequestAttributeHandler csrfTokens() {
        var tokens = new XorCsrfTokenRequestAttributeHandler();
        tokens.setCsrfRequestAttributeName(null);
        return tokens;
    }

    private static SimpleUrlAuthenticationFailureHandler failedSignIn() {
        var handler = new SimpleUrlAuthenticationFailureHandler("/sign-in?error");
        handler.setAllowSessionCreation(false);
        return handler;
    }

    // The page of the API documentation has a policy of its own.
    private static DelegatingRequestMatcherHeaderWriter contentPolicy() {
        return new DelegatingRequestMatcherHeaderWriter(
                new NegatedRequestMatcher(DocumentationPolicy.page()), new ContentSecurityPolicyHeaderWriter(CONTENT));
    }

    @Bean
    RoleHierarchy roleHierarchy() {
        return RoleHierarchyImpl.fromHierarchy("ROLE_ADMIN > ROLE_OPERATOR\nROLE_OPERATOR > ROLE_VIEWER");
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new BCryptPasswordEncoder(11);
    }

    private static Problem forbidden() {
        return StandardProblem.FORBIDDEN.because("Your role does not permit this request.");
    }
}
