package io.counterpart.channel.storefront;

import java.io.IOException;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;

import io.counterpart.channel.security.CustomerSessionService;
import io.counterpart.channel.signin.SignInService;

/** Continues after the identity provider: with the account of a known customer, otherwise with the sign-up. */
@Component
@ConditionalOnProperty("counterpart.storefront.issuer")
class StorefrontSignInHandler implements AuthenticationSuccessHandler {

    private static final Duration IDLE = Duration.ofMinutes(30);

    private final SignInService signIns;
    private final CustomerSessionService sessions;
    private final StorefrontProperties properties;

    StorefrontSignInHandler(SignInService signIns, CustomerSessionService sessions, StorefrontProperties properties) {
        this.signIns = signIns;
        this.sessions = sessions;
        this.properties = properties;
    }

    @Override
    public void onAuthenticationSuccess(
            HttpServletRequest request, HttpServletResponse response, Authentication authentication)
            throws IOException {
        // Another person may have been signed in.
        sessions.end(request);
        request.getSession().setMaxInactiveInterval((int) IDLE.toSeconds());
        if (authentication.getPrincipal() instanceof OidcUser user) {
            SignedInPerson person = SignedInPerson.of(user);
            if (person.emailVerified()) {
                signIns.customerOf(person.identity())
                        .ifPresent(customer -> sessions.begin(request, properties.token(), customer));
            }
        }
        response.sendRedirect("/account");
    }
}
