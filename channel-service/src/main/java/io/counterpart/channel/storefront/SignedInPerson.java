package io.counterpart.channel.storefront;

import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

import io.counterpart.contract.ExternalIdentity;

/**
 * A person as the identity provider describes it.
 *
 * @param emailVerified whether the identity provider states that the person owns the email; only then is the person a
 *     customer here
 */
record SignedInPerson(
        ExternalIdentity identity,
        String email,
        boolean emailVerified,
        @Nullable String firstName,
        @Nullable String lastName) {

    static SignedInPerson of(OidcUser user) {
        String email = Objects.requireNonNullElse(user.getEmail(), "");
        return new SignedInPerson(
                new ExternalIdentity(String.valueOf(user.getIssuer()), Objects.requireNonNull(user.getSubject())),
                email,
                !email.isBlank() && Boolean.TRUE.equals(user.getEmailVerified()),
                user.getGivenName(),
                user.getFamilyName());
    }
}
