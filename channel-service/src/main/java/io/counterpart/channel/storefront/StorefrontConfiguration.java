package io.counterpart.channel.storefront;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.http.CacheControl;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.ClientRegistrations;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.HttpSessionOAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.SimpleUrlAuthenticationFailureHandler;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The pages of the storefront, and their sign-in: the authorization code flow with PKCE, and a session in a cookie. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("counterpart.storefront.issuer")
@EnableConfigurationProperties(StorefrontProperties.class)
class StorefrontConfiguration implements WebMvcConfigurer {

    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
            + "connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'";
    private static final String PERMISSIONS = "camera=(), microphone=(), geolocation=()";
    private static final String FAILED = "/signup?failed";

    private final StorefrontProperties properties;

    StorefrontConfiguration(StorefrontProperties properties, Environment environment) {
        // The tokens of the demo data are published in the README.
        if (properties.complete().token().startsWith("local-") && !environment.acceptsProfiles(Profiles.of("local"))) {
            throw new IllegalArgumentException(
                    "counterpart.storefront.token is a demo token. Use one that headquarters issued.");
        }
        this.properties = properties;
    }

    // Sessions are in cookies of SameSite=Lax, and changes have to come from a page of this service, which their
    // controllers and the filter of the API check by Sec-Fetch-Site or Origin: no CSRF token is needed.
    @Bean
    @Order(1)
    SecurityFilterChain storefront(HttpSecurity http, StorefrontSignInHandler signedIn) {
        return http.securityMatcher("/signup", "/account", "/storefront/**")
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(POLICY))
                        .permissionsPolicyHeader(policy -> policy.policy(PERMISSIONS)))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .oauth2Login(login -> login.loginPage("/signup")
                        .loginProcessingUrl("/storefront/callback")
                        .authorizationEndpoint(endpoint -> endpoint.baseUri("/storefront/sign-in"))
                        // The tokens of the identity provider end with the session.
                        .authorizedClientRepository(new HttpSessionOAuth2AuthorizedClientRepository())
                        .successHandler(signedIn)
                        .failureUrl(FAILED)
                        .withObjectPostProcessor(new UnreachableProvider()))
                .build();
    }

    // Asked for when a person signs in: the service starts while the identity provider is away.
    @Bean
    ClientRegistrationRepository identityProviders() {
        return new SupplierClientRegistrationRepository(() -> new InMemoryClientRegistrationRepository(
                ClientRegistrations.fromIssuerLocation(properties.issuer().toString())
                        .registrationId("shop")
                        .clientId(properties.clientId())
                        .clientSecret(properties.clientSecret())
                        .redirectUri(properties
                                .address()
                                .resolve("/storefront/callback")
                                .toString())
                        .scope("openid", "profile", "email")
                        .clientSettings(ClientRegistration.ClientSettings.builder()
                                .requireProofKey(true)
                                .build())
                        .build()));
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/storefront/**")
                .addResourceLocations("classpath:/META-INF/resources/storefront/")
                .setCacheControl(CacheControl.noCache());
    }

    /** Shows the page with its reason, instead of an error, if the identity provider cannot be reached. */
    private static final class UnreachableProvider
            implements ObjectPostProcessor<OAuth2AuthorizationRequestRedirectFilter> {

        @Override
        public <T extends OAuth2AuthorizationRequestRedirectFilter> T postProcess(T filter) {
            filter.setAuthenticationFailureHandler(new SimpleUrlAuthenticationFailureHandler(FAILED));
            return filter;
        }
    }
}
