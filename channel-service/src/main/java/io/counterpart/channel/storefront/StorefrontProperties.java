package io.counterpart.channel.storefront;

import java.net.URI;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the storefront.
 *
 * @param issuer the identity provider (OpenID Connect); without it there is no storefront
 * @param clientId the name under which the identity provider knows this service
 * @param clientSecret the secret that the identity provider issued with it
 * @param token the access token of the storefront, which HQ issued
 * @param address the address of this service as browsers see it
 * @param privacyContact where customers ask for the deletion of their data: an email
 */
@ConfigurationProperties("counterpart.storefront")
record StorefrontProperties(
        URI issuer,
        String clientId,
        String clientSecret,
        String token,
        URI address,
        @Nullable String privacyContact) {

    private static final String MISSING =
            "counterpart.storefront needs issuer, client-id, client-secret, token and address.";

    /** Not in the constructor: without an issuer the properties are bound too, with no values. */
    StorefrontProperties complete() {
        Objects.requireNonNull(issuer, MISSING);
        Objects.requireNonNull(clientId, MISSING);
        Objects.requireNonNull(clientSecret, MISSING);
        Objects.requireNonNull(token, MISSING);
        Objects.requireNonNull(address, MISSING);
        return this;
    }

    // A record would print its secrets.
    @Override
    public String toString() {
        return "Storefront[issuer=%s, address=%s]".formatted(issuer, address);
    }
}
