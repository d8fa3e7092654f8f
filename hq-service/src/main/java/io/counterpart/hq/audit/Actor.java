package io.counterpart.hq.audit;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

import io.counterpart.hq.security.Caller;

/** Who makes a change: a user, the owner of a token, or the service itself. */
public record Actor(String name, Kind kind) {

    public static final Actor SERVICE = new Actor("hq-service", Kind.SERVICE);

    /** A token may be named like a user, so entries tell them apart. */
    public enum Kind {
        USER,
        TOKEN,
        SERVICE
    }

    public static Actor user(String name) {
        return new Actor(name, Kind.USER);
    }

    /** The sender of the request of this thread; outside requests the service. */
    public static Actor current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return SERVICE;
        }
        return authentication.getPrincipal() instanceof Caller caller
                ? new Actor(caller.device(), Kind.TOKEN)
                : user(authentication.getName());
    }
}
