package io.counterpart.hq.access;

import java.time.Instant;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** A user of a session, with the version that the user had when signing in. */
final class SignedInUser extends User {

    private final long version;
    private final Instant at;

    SignedInUser(HqUser user, boolean locked, Instant at) {
        super(
                user.username(),
                user.passwordHash(),
                user.enabled(),
                true,
                true,
                !locked,
                AuthorityUtils.createAuthorityList("ROLE_" + user.role().name()));
        this.version = user.version();
        this.at = at;
    }

    long version() {
        return version;
    }

    Instant at() {
        return at;
    }
}
