package io.counterpart.channel.security;

import java.time.Duration;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.Test;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.mock.web.MockHttpServletRequest;

import static org.assertj.core.api.Assertions.assertThat;

class SessionCookieTests {

    private final MockHttpServletRequest request = new MockHttpServletRequest();

    @Test
    void isOfOneServiceOfTheOwnMachineWithoutTls() {
        var environment = new MockEnvironment();
        environment.setActiveProfiles("local");
        var cookie = new SessionCookie(environment);
        request.setServerPort(8081);
        request.setCookies(new Cookie("counterpart-session-8081", "own"), new Cookie("counterpart-session-8082", "x"));

        assertThat(cookie.read(request)).contains("own");
        assertThat(cookie.set(request, "secret", Duration.ofHours(1)))
                .startsWith("counterpart-session-8081=secret; Path=/; Max-Age=3600")
                .contains("HttpOnly", "SameSite=Strict")
                .doesNotContain("Secure", "__Host-");
    }

    @Test
    void isOnlyReadWithItsPrefixOutsideTheProfileLocal() {
        var cookie = new SessionCookie(new MockEnvironment());
        request.setCookies(new Cookie("counterpart-session-80", "plain"), new Cookie("counterpart-session", "plain"));

        assertThat(cookie.read(request)).isEmpty();
        assertThat(cookie.set(request, "secret", Duration.ofHours(1)))
                .startsWith("__Host-counterpart-session=secret;")
                .contains("; Secure");
    }
}
