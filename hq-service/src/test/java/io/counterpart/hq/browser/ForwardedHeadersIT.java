package io.counterpart.hq.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import static org.assertj.core.api.Assertions.assertThat;

/** What a proxy that ends TLS states counts only with {@code server.forward-headers-strategy}. */
@HqBrowserContext
@TestPropertySource(properties = "counterpart.limits.failures-per-minute=2")
class ForwardedHeadersIT {

    private static final String HSTS = "Strict-Transport-Security";
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @Nested
    @TestPropertySource(properties = "server.forward-headers-strategy=native")
    class WithTheSetting {

        @Test
        void browsersStayWithHttps() throws Exception {
            assertThat(send(get("/sign-in").header("X-Forwarded-Proto", "https"))
                            .headers()
                            .firstValue(HSTS))
                    .hasValue("max-age=31536000 ; includeSubDomains");
            assertThat(send(get("/sign-in")).headers().firstValue(HSTS)).isEmpty();
        }

        // The profile local has no TLS of its own, so its cookie is not Secure by its settings.
        @Test
        void theCookieOfASessionIsSecureBehindAProxyWithTls() throws Exception {
            assertThat(cookieOfASession("https")).contains("Secure");
            assertThat(cookieOfASession("http")).doesNotContain("Secure");
        }

        @Test
        void eachBrowserBehindAProxyHasALimitOfItsOwn() throws Exception {
            assertThat(statusOfAStranger("203.0.113.1")).isEqualTo(401);
            assertThat(statusOfAStranger("203.0.113.1")).isEqualTo(401);
            assertThat(statusOfAStranger("203.0.113.1")).isEqualTo(429);
            assertThat(statusOfAStranger("203.0.113.2")).isEqualTo(401);
        }
    }

    @Nested
    @TestPropertySource(properties = "spring.application.name=hq-without-a-proxy")
    class WithoutTheSetting {

        @Test
        void nobodyMakesAResponseLookLikeHttps() throws Exception {
            assertThat(send(get("/sign-in").header("X-Forwarded-Proto", "https"))
                            .headers()
                            .firstValue(HSTS))
                    .isEmpty();
            assertThat(cookieOfASession("https")).doesNotContain("Secure");
        }

        @Test
        void nobodyEvadesALimitByStatingAnotherAddress() throws Exception {
            assertThat(statusOfAStranger("203.0.113.1")).isEqualTo(401);
            assertThat(statusOfAStranger("203.0.113.2")).isEqualTo(401);
            assertThat(statusOfAStranger("203.0.113.3")).isEqualTo(429);
        }
    }

    @Nested
    @TestPropertySource(
            properties = {
                "server.forward-headers-strategy=native",
                "server.tomcat.remoteip.internal-proxies=10\\.1\\.2\\.3"
            })
    class FromAnotherAddressThanTheProxy {

        @Test
        void theHeadersAreIgnored() throws Exception {
            assertThat(send(get("/sign-in").header("X-Forwarded-Proto", "https"))
                            .headers()
                            .firstValue(HSTS))
                    .isEmpty();
        }
    }

    private String cookieOfASession(String scheme) throws IOException, InterruptedException {
        HttpResponse<String> form = send(get("/sign-in").header("X-Forwarded-Proto", scheme));
        var token = CSRF.matcher(form.body());
        assertThat(token.find()).isTrue();
        String csrf = form.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];

        return send(request("/sign-in")
                        .header("X-Forwarded-Proto", scheme)
                        .header("Cookie", csrf)
                        .header("X-CSRF-TOKEN", token.group(1))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=admin&password=admin")))
                .headers()
                .allValues("Set-Cookie")
                .stream()
                .filter(cookie -> cookie.startsWith("counterpart-hq="))
                .findFirst()
                .orElseThrow();
    }

    private int statusOfAStranger(String address) throws IOException, InterruptedException {
        return send(get("/api/v1/features")
                        .header("Authorization", "Bearer nobody-" + address + System.nanoTime())
                        .header("X-Forwarded-For", address))
                .statusCode();
    }

    private HttpRequest.Builder get(String path) {
        return request(path).header("Accept", "text/html, application/json").GET();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
