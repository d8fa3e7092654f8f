package io.counterpart.channel.security;

import java.io.Serializable;
import java.util.Optional;
import java.util.UUID;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;

import org.springframework.stereotype.Service;

import io.counterpart.support.problem.StandardProblem;
import io.counterpart.support.security.SecurityEvents;
import io.counterpart.support.security.Sha256;

/**
 * The customers that are signed in at pages of the storefront. The token of a customer stays in the HTTP session: no
 * page gets it. It is renewed while the session lasts, unless HQ has revoked the token of the storefront.
 */
@Service
public class CustomerSessionService {

    private static final String ATTRIBUTE = CustomerSessionService.class.getName();

    private final DeviceTokenService devices;
    private final CustomerTokenService tokens;

    CustomerSessionService(DeviceTokenService devices, CustomerTokenService tokens) {
        this.devices = devices;
        this.tokens = tokens;
    }

    /** The storefront with this access token. */
    public Caller storefront(String accessToken) {
        return devices.callerWith(Sha256.hex(accessToken))
                .filter(caller -> caller.role() == CallerRole.STOREFRONT || caller.role() == CallerRole.SIGN_IN_ONLY)
                .orElseThrow(() -> StandardProblem.SERVICE_UNAVAILABLE.because(
                        "The access token of the storefront is not valid. Try again later."));
    }

    public void begin(HttpServletRequest request, String accessToken, UUID customer) {
        Caller storefront = storefront(accessToken);
        String token = tokens.issue(storefront, customer).token();
        request.getSession().setAttribute(ATTRIBUTE, new SignedIn(accessToken, customer, token));
        SecurityEvents.write("customer-signed-in", "device", storefront.getName());
    }

    public void end(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.removeAttribute(ATTRIBUTE);
        }
    }

    /** The ID of the customer as it was when the customer signed in. */
    public Optional<UUID> customerId(HttpServletRequest request) {
        return signedIn(request).map(SignedIn::customer);
    }

    Optional<Caller> customer(HttpServletRequest request) {
        return signedIn(request).map(known -> callerOf(known).orElseGet(() -> renewed(request, known)));
    }

    private Optional<Caller> callerOf(SignedIn known) {
        return tokens.callerWith(Sha256.hex(known.token()));
    }

    private Caller renewed(HttpServletRequest request, SignedIn known) {
        String token = tokens.issue(storefront(known.storefrontToken()), known.customer())
                .token();
        var renewed = new SignedIn(known.storefrontToken(), known.customer(), token);
        request.getSession().setAttribute(ATTRIBUTE, renewed);
        return callerOf(renewed)
                .orElseThrow(() -> StandardProblem.UNAUTHORIZED.because("The session has ended. Sign in again."));
    }

    private static Optional<SignedIn> signedIn(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ATTRIBUTE) instanceof SignedIn known
                ? Optional.of(known)
                : Optional.empty();
    }

    private record SignedIn(String storefrontToken, UUID customer, String token) implements Serializable {}
}
