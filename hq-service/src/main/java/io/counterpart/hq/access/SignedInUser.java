package io.counterpart.hq.access;

import java.time.Instant;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.userdetails.User;

/** A user who signed in with a password. */
final class SignedInUser extends User implements SessionValidityFilter.SessionUser {

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

    @Override
    public String getName() {
        return getUsername();
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public Instant at() {
        return at;
    }
}
