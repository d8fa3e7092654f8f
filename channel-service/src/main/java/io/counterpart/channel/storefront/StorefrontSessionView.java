package io.counterpart.channel.storefront;

import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

/**
 * Who is signed in at a page of the storefront.
 *
 * @param signedIn whether the identity provider knows the person
 * @param customer the customer of the person; null: the person has not signed up yet
 * @param offersConsent whether a new customer can consent to marketing
 * @param mandatoryFields what a new customer needs beside name and email, as named in JSON
 * @param needsAddress whether a new customer needs an address
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
        List<String> mandatoryFields,
        boolean needsAddress,
        @Nullable String privacyContact) {

    static StorefrontSessionView ofNobody(@Nullable String privacyContact) {
        return new StorefrontSessionView(false, null, false, null, null, null, false, List.of(), false, privacyContact);
    }
}
