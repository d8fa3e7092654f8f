package io.counterpart.hq.access;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.client.oidc.userinfo.OidcUserRequest;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserService;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.oidc.OidcIdToken;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

import io.counterpart.hq.security.Role;
import io.counterpart.support.security.SecurityEvents;

/**
 * Maps a person of the company's identity provider to a user of HQ. The groups of the ID token decide about the role at
 * every sign-in; a person without a group that has a role is refused, and so is a name that a user with a password has.
 */
final class CompanyUserService implements OAuth2UserService<OidcUserRequest, OidcUser> {

    /** In the address of the sign-in page. */
    static final String NO_ROLE = "no-role";

    static final String NAME_TAKEN = "name-taken";
    static final String DISABLED = "disabled";
    static final String NO_NAME = "no-name";

    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}]{1,40}");

    private final HqUserRepository users;
    private final CompanySignInProperties properties;
    private final Clock clock;

    CompanyUserService(HqUserRepository users, CompanySignInProperties properties, Clock clock) {
        this.users = users;
        this.properties = properties;
        this.clock = clock;
    }

    @Override
    public OidcUser loadUser(OidcUserRequest request) {
        OidcIdToken token = request.getIdToken();
        String name = token.getClaimAsString(properties.nameClaim());
        if (name == null || !NAME.matcher(name).matches()) {
            throw refused(NO_NAME, null);
        }
        Role role = properties.role(groups(token)).orElseThrow(() -> refused(NO_ROLE, name));
        Instant now = clock.instant();
        HqUser user = users.signInFromCompany(name, role, now).orElseThrow(() -> refused(NAME_TAKEN, name));
        if (!user.enabled()) {
            throw refused(DISABLED, name);
        }
        return new CompanyUser(user, token, now);
    }

    private List<String> groups(OidcIdToken token) {
        List<String> groups = token.getClaimAsStringList(properties.groupsClaim());
        return groups == null ? List.of() : groups;
    }

    private static OAuth2AuthenticationException refused(String reason, @Nullable String name) {
        SecurityEvents.write(
                "sign-in", "outcome", "failure", "reason", reason, "user", name == null ? "unknown" : name);
        return new OAuth2AuthenticationException(new OAuth2Error(reason));
    }
}
