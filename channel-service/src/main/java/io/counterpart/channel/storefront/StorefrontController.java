package io.counterpart.channel.storefront;

import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.origin.RequestOrigin;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.channel.security.Caller;
import io.counterpart.channel.security.CustomerSessionService;
import io.counterpart.channel.validation.CustomerEntry.AddressEntry;
import io.counterpart.support.problem.StandardProblem;

/** The session of a person at the pages of the storefront, and the sign-up. */
@RestController
@RequestMapping("/storefront")
@Hidden
@ConditionalOnProperty("counterpart.storefront.issuer")
class StorefrontController {

    private final SignUpService signUps;
    private final CustomerSessionService sessions;
    private final StorefrontProperties properties;

    StorefrontController(SignUpService signUps, CustomerSessionService sessions, StorefrontProperties properties) {
        this.signUps = signUps;
        this.sessions = sessions;
        this.properties = properties;
    }

    @GetMapping("/session")
    ResponseEntity<StorefrontSessionView> session(
            @AuthenticationPrincipal @Nullable OidcUser user, HttpServletRequest request) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(view(user, request));
    }

    @PostMapping("/sign-up")
    ResponseEntity<SignedUp> signUp(
            @AuthenticationPrincipal @Nullable OidcUser user,
            @RequestBody SignUpEntry entry,
            HttpServletRequest request) {
        requireSameOrigin(request);
        if (user == null) {
            throw StandardProblem.UNAUTHORIZED.because("Sign in first.");
        }
        SignedInPerson person = SignedInPerson.of(user);
        // Nothing is created or linked before: a person can register the email of another one.
        if (!person.emailVerified()) {
            throw StandardProblem.FORBIDDEN.because("Confirm your email first, and sign in again.");
        }
        SignedUp done = signUps.signUp(sessions.storefront(properties.token()), person, entry);
        sessions.begin(request, properties.token(), done.customer());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(done);
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> signOut(HttpServletRequest request) {
        requireSameOrigin(request);
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
        }
        return ResponseEntity.noContent().build();
    }

    private StorefrontSessionView view(@Nullable OidcUser user, HttpServletRequest request) {
        if (user == null) {
            return StorefrontSessionView.ofNobody(properties.privacyContact());
        }
        SignedInPerson person = SignedInPerson.of(user);
        Caller storefront = sessions.storefront(properties.token());
        return new StorefrontSessionView(
                true,
                person.email(),
                person.emailVerified(),
                person.firstName(),
                person.lastName(),
                sessions.customerId(request).orElse(null),
                signUps.offersConsent(storefront),
                signUps.mandatoryFields(storefront),
                signUps.needsAddress(storefront),
                properties.privacyContact());
    }

    // A browser sends the cookie whatever page causes the request.
    private static void requireSameOrigin(HttpServletRequest request) {
        if (RequestOrigin.of(request) != RequestOrigin.SAME) {
            throw ChannelProblem.ORIGIN_NOT_ALLOWED.because("Only pages of this service can do this.");
        }
    }

    /**
     * What a person enters to become a customer; the email is that of the sign-in.
     *
     * @param consentText the version of the wording that the person saw
     */
    record SignUpEntry(
            @Nullable String firstName,
            @Nullable String lastName,
            @Nullable String phone,
            @Nullable String mobile,
            @Nullable AddressEntry address,
            @Nullable Boolean marketingConsent,
            @Nullable String consentText) {}

    /**
     * The customer of a person.
     *
     * @param created false: an existing customer with this email was linked, with its own data
     */
    record SignedUp(UUID customer, boolean created) {}
}
