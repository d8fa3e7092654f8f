package io.counterpart.hq.access;

import java.io.Serial;
import java.time.Instant;

import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;

/** A user who signed in at the company's identity provider. */
final class CompanyUser extends DefaultOidcUser implements SessionValidityFilter.SessionUser {

    @Serial
    private static final long serialVersionUID = 1;

    private final String username;
    private final long version;
    private final Instant at;

    CompanyUser(HqUser user, OidcIdToken token, Instant at) {
        super(AuthorityUtils.createAuthorityList("ROLE_" + user.role().name()), token);
        this.username = user.username();
        this.version = user.version();
        this.at = at;
    }

    @Override
    public String getName() {
        return username;
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
