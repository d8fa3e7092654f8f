package io.counterpart.hq.access;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

import io.counterpart.hq.security.Role;

/**
 * Settings of the sign-in with the company's identity provider.
 *
 * @param issuer the identity provider (OpenID Connect); without it users sign in with passwords only
 * @param clientId the name under which the identity provider knows HQ
 * @param clientSecret the secret that the identity provider issued with it
 * @param address the address of HQ as browsers see it
 * @param scopes what HQ asks the identity provider for
 * @param nameClaim the claim of the ID token with the user name
 * @param groupsClaim the claim of the ID token with the groups of the user
 * @param administrators groups whose members are administrators
 * @param operators groups whose members are operators
 * @param viewers groups whose members are viewers
 */
@ConfigurationProperties("hq.company-sign-in")
record CompanySignInProperties(
        @Nullable URI issuer,
        @DefaultValue("counterpart-hq") String clientId,
        @DefaultValue("") String clientSecret,
        @DefaultValue("http://127.0.0.1:8080") URI address,
        @DefaultValue({"openid", "profile"}) List<String> scopes,
        @DefaultValue("preferred_username") String nameClaim,
        @DefaultValue("groups") String groupsClaim,
        @DefaultValue Set<String> administrators,
        @DefaultValue Set<String> operators,
        @DefaultValue Set<String> viewers) {

    /** The most powerful role that a group of the user gives; empty: none. */
    Optional<Role> role(List<String> groups) {
        if (groups.stream().anyMatch(administrators::contains)) {
            return Optional.of(Role.ADMIN);
        }
        if (groups.stream().anyMatch(operators::contains)) {
            return Optional.of(Role.OPERATOR);
        }
        return groups.stream().anyMatch(viewers::contains) ? Optional.of(Role.VIEWER) : Optional.empty();
    }

    // A record would print its secret.
    @Override
    public String toString() {
        return "CompanySignIn[issuer=%s, address=%s]".formatted(issuer, address);
    }
}
