package io.counterpart.channel.storefront;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StorefrontConfigurationTests {

    @Test
    void refusesADemoTokenOutsideTheProfileLocal() {
        assertThatThrownBy(() -> new StorefrontConfiguration(with("local-shop-online"), new MockEnvironment()))
                .hasMessageContaining("demo token");
        assertThat(new StorefrontConfiguration(with("issued-by-hq"), new MockEnvironment()))
                .isNotNull();
    }

    @Test
    void itsSecretsAreNotPrinted() {
        assertThat(with("issued-by-hq")).asString().doesNotContain("issued-by-hq", "the-secret");
    }

    private static StorefrontProperties with(String token) {
        return new StorefrontProperties(
                URI.create("https://login.example.com"),
                "storefront",
                "the-secret",
                token,
                URI.create("https://shop.example.com"),
                null);
    }
}
