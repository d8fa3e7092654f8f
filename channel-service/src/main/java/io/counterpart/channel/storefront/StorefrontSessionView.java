package io.counterpart.channel.storefront;

import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who is signed in at a page of the storefront.
 *
 * @param signedIn whether the identity provider knows the person
 * @param customer the customer of the person; null: the person has not signed up yet
 * @param offersConsent whether a new customer can consent to marketing
 * @param privacyContact where to ask for the deletion of data
 */
record StorefrontSessionView(
        boolean signedIn,
        @Nullable String email,
        boolean emailVerified,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable UUID customer,
        boolean offersConsent,
        @Nullable String privacyContact) {

    static StorefrontSessionView ofNobody(@Nullable String privacyContact) {
        return new StorefrontSessionView(false, null, false, null, null, null, false, privacyContact);
    }
}
