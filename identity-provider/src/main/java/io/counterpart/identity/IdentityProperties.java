package io.counterpart.identity;

import java.net.URI;
import java.nio.file.Path;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The settings of the identity provider.
 *
 * @param redirectUri where the storefront receives the code
 * @param clientSecret of the storefront
 * @param accounts the file that keeps the accounts; null: they are lost when the process ends
 */
@ConfigurationProperties("counterpart.identity")
record IdentityProperties(
        URI redirectUri, String clientSecret, @Nullable Path accounts) {}
