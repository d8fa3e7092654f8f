package io.counterpart.channel.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

import io.counterpart.channel.ChannelServiceApplication;
import io.counterpart.testsupport.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** What a proxy that ends TLS states counts only with {@code server.forward-headers-strategy}. */
@SpringBootTest(
        classes = ChannelServiceApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "counterpart.channel-database=forwarded",
            "counterpart.hq-url=http://127.0.0.1:9",
            "counterpart.limits.failures-per-minute=2",
            "counterpart.warm-up.enabled=false",
            "spring.kafka.bootstrap-servers=127.0.0.1:1",
            "logging.level.org.apache.kafka=off",
            "management.server.port=0"
        })
@DirtiesContext
class ForwardedHeadersIT {

    private static final TestDatabase DATABASE = TestDatabase.fresh("forwarded");
    private static final String HSTS = "Strict-Transport-Security";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void infrastructure(DynamicPropertyRegistry registry) {
        registry.add("spring.datasource.url", DATABASE::url);
        registry.add("spring.datasource.username", () -> TestDatabase.RUNTIME);
        registry.add("spring.datasource.password", () -> TestDatabase.ROLE_PASSWORD);
        registry.add("spring.flyway.user", () -> TestDatabase.OWNER);
        registry.add("spring.flyway.password", () -> TestDatabase.ROLE_PASSWORD);
    }

    @Nested
    @TestPropertySource(properties = "server.forward-headers-strategy=native")
    class WithTheSetting {

        @Test
        void browsersStayWithHttps() throws Exception {
            assertThat(page("https").headers().firstValue(HSTS)).hasValue("max-age=31536000 ; includeSubDomains");
            assertThat(page("http").headers().firstValue(HSTS)).isEmpty();
        }

        @Test
        void eachCallerBehindAProxyHasALimitOfItsOwn() throws Exception {
            assertThat(statusOfAStranger("203.0.113.1")).isEqualTo(401);
            assertThat(statusOfAStranger("203.0.113.1")).isEqualTo(401);
            assertThat(statusOfAStranger("203.0.113.1")).isEqualTo(429);
            assertThat(statusOfAStranger("203.0.113.2")).isEqualTo(401);
        }
    }

    @Nested
    @TestPropertySource(properties = "spring.application.name=channel-without-a-proxy")
    class WithoutTheSetting {

        @Test
        void nobodyMakesAResponseLookLikeHttps() throws Exception {
            assertThat(page("https").headers().firstValue(HSTS)).isEmpty();
        }

        @Test
        void nobodyEvadesALimitByStatingAnotherAddress() throws Exception {
            assertThat(statusOfAStranger("203.0.113.1")).isEqualTo(401);
            assertThat(statusOfAStranger("203.0.113.2")).isEqualTo(401);
            assertThat(statusOfAStranger("203.0.113.3")).isEqualTo(429);
        }
    }

    private HttpResponse<String> page(String scheme) throws IOException, InterruptedException {
        return send(request("/pos/").header("X-Forwarded-Proto", scheme));
    }

    private int statusOfAStranger(String address) throws IOException, InterruptedException {
        return send(request("/api/v1/configuration")
                        .header("Authorization", "Bearer nobody-" + System.nanoTime())
                        .header("X-Forwarded-For", address))
                .statusCode();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }
}
