package io.counterpart.channel.security;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import io.counterpart.channel.origin.OriginPolicy;
import io.counterpart.support.problem.ProblemResponses;

/** Creates the security filters for requests of web pages; as beans, they would also run outside the security chain. */
@Component
class BrowserFilters {

    private final SessionService sessions;
    private final SessionCookie cookie;
    private final CustomerSessionService customers;
    private final OriginPolicy policy;
    private final ProblemResponses problems;

    BrowserFilters(
            SessionService sessions,
            SessionCookie cookie,
            CustomerSessionService customers,
            OriginPolicy policy,
            ProblemResponses problems) {
        this.sessions = sessions;
        this.cookie = cookie;
        this.customers = customers;
        this.policy = policy;
        this.problems = problems;
    }

    Filter session() {
        return new SessionFilter(sessions, cookie, problems);
    }

    Filter customerSession() {
        return new CustomerSessionFilter(customers, problems);
    }

    /** Whether the request was sent with a session whose token HQ revoked. */
    boolean isOfRevokedToken(HttpServletRequest request) {
        return cookie.read(request).filter(sessions::isRevoked).isPresent();
    }

    Filter origin() {
        return new OriginFilter(policy, problems);
    }
}
