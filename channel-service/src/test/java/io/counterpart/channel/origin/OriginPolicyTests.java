package io.counterpart.channel.origin;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class OriginPolicyTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "null",
                "",
                "till.example.com",
                "http://till.example.com",
                "https://*.example.com",
                "https://till.example.com/",
                "https://till.example.com/till",
                "https://till.example.com:443",
                "https://Till.example.com",
                "https://user@till.example.com",
                "http://localhost:5173",
                "http://127.0.0.1.evil.example",
            })
    void acceptsNothingButOriginsOfPagesWithTls(String origin) {
        assertThatThrownBy(() -> policy(new MockEnvironment(), origin))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("HARBOR", origin);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:5173", "http://127.0.0.1:8081", "https://till.example.com"})
    void acceptsPagesOfTheOwnMachineInTheProfileLocal(String origin) {
        var local = new MockEnvironment();
        local.setActiveProfiles("local");

        assertThat(policy(local, origin).isListed(origin)).isTrue();
        assertThatThrownBy(() -> policy(local, "http://192.168.0.7")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsTheListOfAChannelFromAnEnvironmentVariable() {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource(
                        "test-systemEnvironment",
                        Map.of("COUNTERPART_CORS_ORIGINS_HARBOR", "https://a.example.com,https://b.example.com")));
        var properties = Binder.get(environment)
                .bind("counterpart.cors", CorsProperties.class)
                .get();
        var request = new MockHttpServletRequest();
        request.addHeader("Origin", "https://b.example.com");

        var policy = new OriginPolicy(properties, environment);

        assertThat(policy.permits(request, "HARBOR")).isTrue();
        assertThat(policy.permits(request, "STATION")).isFalse();
    }

    @Test
    void listsNothingByDefault() {
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", Map.of()));

        assertThat(Binder.get(environment)
                        .bindOrCreate("counterpart.cors", CorsProperties.class)
                        .origins())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "same-origin, https://evil.example, SAME",
        "same-site, , OTHER",
        "cross-site, https://channel.example.com, OTHER",
        "none, , UNKNOWN",
        ", https://channel.example.com, SAME",
        ", http://channel.example.com, SAME",
        ", https://channel.example.com:8443, OTHER",
        ", https://evil.example, OTHER",
        ", null, OTHER",
        ", , UNKNOWN",
    })
    void tellsPagesOfThisServiceFromOthers(@Nullable String site, @Nullable String origin, RequestOrigin expected) {
        var request = new MockHttpServletRequest();
        request.addHeader("Host", "Channel.example.com");
        if (site != null) {
            request.addHeader("Sec-Fetch-Site", site);
        }
        if (origin != null) {
            request.addHeader("Origin", origin);
        }

        assertThat(RequestOrigin.of(request)).isEqualTo(expected);
    }

    private static OriginPolicy policy(MockEnvironment environment, String origin) {
        return new OriginPolicy(new CorsProperties(Map.of("HARBOR", List.of(origin))), environment);
    }
}
