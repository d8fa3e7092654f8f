package io.counterpart.hq.access;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.util.ReflectionTestUtils;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.security.Role;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.support.security.SecurityEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class SecurityEventTests {

    private static final String PASSWORD = "seven quiet lighthouses";
    private static final String REFUSED = "event=requests-refused ";

    private final Logger log = (Logger) LoggerFactory.getLogger(SecurityEvents.CATEGORY);
    private final ListAppender<ILoggingEvent> written = new ListAppender<>();

    @Autowired
    MockMvcTester http;

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    @Autowired
    HqUserRepository users;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    ApplicationContext context;

    @BeforeEach
    void listen() {
        log.setLevel(Level.INFO);
        written.start();
        log.addAppender(written);
    }

    @AfterEach
    void stopListening() {
        log.detachAppender(written);
        log.setLevel(null);
    }

    @BeforeEach
    void twoUsers() {
        work.clear();
        work.channels();
        work.jdbcUpdate("delete from hq_user");
        users.add("ada", passwords.encode(PASSWORD), Role.ADMIN, Instant.EPOCH);
        users.add("bob", passwords.encode(PASSWORD), Role.OPERATOR, Instant.EPOCH);
    }

    @Test
    void writesSignInsAndSignOuts() {
        signIn("bob", "a wrong password");
        signIn("my secret typed here", PASSWORD);
        MockHttpSession session = signIn("bob", PASSWORD);
        assertThat(http.post().uri("/sign-out").session(session).with(csrf())).hasStatus(HttpStatus.FOUND);
        assertThat(events())
                .containsExactly(
                        "event=sign-in outcome=failure reason=bad-credentials user=bob address=127.0.0.1",
                        "event=sign-in outcome=failure reason=bad-credentials user=unknown address=127.0.0.1",
                        "event=sign-in outcome=success user=bob address=127.0.0.1",
                        "event=sign-out user=bob address=127.0.0.1");
        assertThat(String.join(" ", events())).doesNotContain("my secret", "a wrong password", PASSWORD);
    }

    @Test
    void writesALockOutOnce() {
        for (int i = 0; i < HqUserRepository.ATTEMPTS + 2; i++) {
            signIn("bob", "a wrong password");
        }
        assertThat(events())
                .filteredOn(it -> it.startsWith("event=lock-out user=bob address=127.0.0.1 until=20"))
                .hasSize(1);
        assertThat(events()).filteredOn(it -> it.contains("reason=locked")).hasSize(2);
    }

    @Test
    void writesTheEndOfASessionAfterAChangeOfRole() {
        MockHttpSession session = signIn("bob", PASSWORD);
        assertThat(http.post()
                        .uri("/administration/users/bob")
                        .param("role", "VIEWER")
                        .param("enabled", "true")
                        .param("version", "0")
                        .with(csrf())
                        .with(user("ada").roles("ADMIN")))
                .hasStatus(HttpStatus.FOUND);
        http.get().uri("/jobs").session(session).accept("text/html").exchange();
        assertThat(events())
                .endsWith(
                        "event=user-changed user=bob role=VIEWER by=ada",
                        "event=session-ended reason=user-changed user=bob address=127.0.0.1");
    }

    @Test
    void writesTokensWithoutTheirValues() {
        String bearer = work.bearer(TokenRole.HQ_API, null);
        var made = work.tree(client.post(bearer, "/api/v1/devices", """
                {"device": "till 9", "role": "TILL", "channel": "HARBOR"}
                """));
        String hash = made.path("id").asString();
        assertThat(http.method(HttpMethod.DELETE)
                        .uri("/api/v1/devices/" + hash)
                        .header(HttpHeaders.AUTHORIZATION, bearer))
                .hasStatus(HttpStatus.NO_CONTENT);
        assertThat(events())
                .containsExactly(
                        "event=token-created device=\"till 9\" role=TILL channel=HARBOR by=test",
                        "event=token-revoked device=\"till 9\" role=TILL channel=HARBOR by=test");
        assertThat(String.join(" ", events())).doesNotContain(made.path("token").asString(), hash);
    }

    @Test
    void countsRefusedRequestsInsteadOfWritingEach() {
        write();
        written.list.clear();
        for (int i = 0; i < 20; i++) {
            assertThat(client.get("Bearer nobody", "/api/v1/features")).hasStatus(HttpStatus.UNAUTHORIZED);
        }
        assertThat(http.post()
                        .uri("/administration/duplicates")
                        .with(csrf())
                        .with(user("bob").roles("VIEWER")))
                .hasStatus(HttpStatus.FORBIDDEN);
        write();
        // The counter also writes by itself once a minute, so a count may be split.
        assertThat(lines()).allMatch(it -> it.startsWith(REFUSED)).hasSizeLessThanOrEqualTo(4);
        assertThat(refused(401)).isEqualTo(20);
        assertThat(refused(403)).isEqualTo(1);
    }

    private long refused(int status) {
        String start = REFUSED + "status=" + status + " address=127.0.0.1 count=";
        return lines().stream()
                .filter(it -> it.startsWith(start))
                .mapToLong(it -> Long.parseLong(it.substring(start.length())))
                .sum();
    }

    private void write() {
        ReflectionTestUtils.invokeMethod(context.getBean("refusalCounter"), "write");
    }

    // Without the refused requests, also those of earlier tests, which the counter writes at its own time.
    private List<String> events() {
        return lines().stream().filter(it -> !it.startsWith(REFUSED)).toList();
    }

    private List<String> lines() {
        return List.copyOf(written.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private MockHttpSession signIn(String username, String password) {
        MvcTestResult answer = http.post()
                .uri("/sign-in")
                .param("username", username)
                .param("password", password)
                .with(csrf())
                .exchange();
        return (MockHttpSession) Objects.requireNonNull(answer.getRequest().getSession());
    }
}
