package io.counterpart.hq.access;

import java.time.Clock;
import java.util.Objects;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.oauth2.client.OAuth2LoginConfigurer;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;

/** Sign-in with the company's identity provider: the authorization code flow with PKCE. Passwords continue to work. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("hq.company-sign-in.issuer")
class CompanySignInConfiguration {

    static final String START = "/sign-in/company";
    private static final String REGISTRATION = "hq";
    private static final String CALLBACK = "/sign-in/callback";
    private static final Set<String> EXPLAINED = Set.of(
            CompanyUserService.NO_ROLE,
            CompanyUserService.NAME_TAKEN,
            CompanyUserService.DISABLED,
            CompanyUserService.NO_NAME);

    private final CompanySignInProperties properties;

    CompanySignInConfiguration(CompanySignInProperties properties) {
        this.properties = properties;
    }

    // The metadata of the provider are read when a user signs in: HQ starts while the provider is away.
    @Bean
    ClientRegistrationRepository identityProvider() {
        return new SupplierClientRegistrationRepository(
                () -> new InMemoryClientRegistrationRepository(ClientRegistrations.fromIssuerLocation(
                                Objects.requireNonNull(properties.issuer()).toString())
                        .registrationId(REGISTRATION)
                        .clientId(properties.clientId())
                        .clientSecret(properties.clientSecret())
                        .redirectUri(properties.address().resolve(CALLBACK).toString())
                        .scope(properties.scopes())
                        .clientSettings(ClientRegistration.ClientSettings.builder()
                                .requireProofKey(true)
                                .build())
                        .build()));
    }

    @Bean
    CompanySignIn companySignIn(HqUserRepository users, Clock clock) {
        return login -> login.loginPage("/sign-in")
                .loginProcessingUrl(CALLBACK)
                .authorizationEndpoint(endpoint -> endpoint.baseUri(START))
                // The tokens of the identity provider end with the session.
                .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                .userInfoEndpoint(info -> info.oidcUserService(new CompanyUserService(users, properties, clock)))
                .defaultSuccessUrl("/")
                .failureHandler(CompanySignInConfiguration::failed)
                .withObjectPostProcessor(new UnreachableProvider());
    }

    private static void failed(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws java.io.IOException, jakarta.servlet.ServletException {
        String code = failure instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : "";
        handler(EXPLAINED.contains(code) ? code : "failed").onAuthenticationFailure(request, response, failure);
    }

    private static AuthenticationFailureHandler handler(String reason) {
        var handler = new SimpleUrlAuthenticationFailureHandler("/sign-in?company=" + reason);
        handler.setAllowSessionCreation(false);
        return handler;
    }

    /** Adds this sign-in to that with a password. */
    @FunctionalInterface
    interface CompanySignIn {

        void customize(OAuth2LoginConfigurer<HttpSecurity> login);
    }

    /** Shows the sign-in page with the reason, instead of an error, if the identity provider cannot be reached. */
    private static final class UnreachableProvider
            implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
            filter.setAuthenticationFailureHandler(handler("failed"));
            return filter;
        }
    }
}
