package io.counterpart.hq.access;

import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpSession;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.hq.security.Role;
import io.counterpart.hq.testing.HqManualContext;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

/** What HQ remembers of visitors who have not signed in is in their cookies, not in its memory. */
// A context of its own: csrf() of other tests replaces the cookie by a session for as long as their context lives.
@HqManualContext
@TestPropertySource(properties = "spring.application.name=hq-for-strangers")
class AnonymousVisitorTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HqUserRepository users;

    @Autowired
    PasswordEncoder passwords;

    @BeforeEach
    void oneAdministrator() {
        jdbc.sql("delete from hq_user").update();
        users.add("ada", passwords.encode("a long password"), Role.ADMIN, Instant.EPOCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/sign-in", "/sign-in?error", "/", "/jobs", "/nothing-here", "/console.css", "/docs"})
    void startsNoSessionForStrangers(String path) {
        assertThat(sessionOf(http.get().uri(path).accept("text/html").exchange()))
                .isNull();
    }

    @Test
    void startsNoSessionForAFailedSignIn() {
        Form form = form();

        MvcTestResult answer = send(form, "wrong", form.cookie());

        assertThat(answer).hasRedirectedUrl("/sign-in?error");
        assertThat(sessionOf(answer)).isNull();
        assertThat(users.find("ada").orElseThrow().failedSignIns()).isEqualTo(1);
    }

    @Test
    void comparesTheTokenOfAFormWithACookieThatOnlyThisHostCanSet() {
        Form form = form();

        assertThat(form.cookie().getName()).isEqualTo("__Host-counterpart-csrf");
        assertThat(form.cookie().getSecure()).isTrue();
        assertThat(form.cookie().isHttpOnly()).isTrue();
        assertThat(form.cookie().getPath()).isEqualTo("/");
        assertThat(form.cookie().getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(send(form, "a long password", new Cookie(form.cookie().getName(), "of another form")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(send(form, "a long password", form.cookie())).hasRedirectedUrl("/");
    }

    @Test
    void replacesTheTokenOfFormsAtTheSignIn() {
        Form form = form();

        MvcTestResult answer = send(form, "a long password", form.cookie());

        // The old one is deleted before; a browser keeps the last.
        assertThat(Stream.of(answer.getResponse().getCookies())
                        .filter(it -> it.getName().equals(form.cookie().getName()))
                        .map(Cookie::getValue))
                .last()
                .asString()
                .isNotBlank()
                .isNotEqualTo(form.cookie().getValue());
    }

    @Test
    void deletesTheCookieOfTheSessionAtTheSignOut() {
        Form form = form();

        Cookie ended = requireNonNull(http.post()
                .uri("/sign-out")
                .cookie(form.cookie())
                .param("_csrf", form.token())
                .exchange()
                .getResponse()
                .getCookie("__Host-counterpart-hq"));

        assertThat(ended.getMaxAge()).isZero();
        assertThat(ended.getSecure()).isTrue();
        assertThat(ended.getPath()).isEqualTo("/");
    }

    @Test
    void returnsToTheRequestedPageAfterTheSignIn() {
        MvcTestResult stranger =
                http.get().uri("/jobs/1010?from=here").accept("text/html").exchange();
        Cookie requested = requireNonNull(stranger.getResponse().getCookie(RequestedPageCache.COOKIE));

        assertThat(send(form(), "a long password", requested)).hasRedirectedUrl("/jobs/1010?from=here");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "/\r\nx: y", "", "javascript:1"})
    void leadsToNoOtherSite(String target) {
        String value = Base64.getUrlEncoder().encodeToString(target.getBytes(StandardCharsets.UTF_8));

        assertThat(send(form(), "a long password", new Cookie(RequestedPageCache.COOKIE, value)))
                .hasRedirectedUrl("/");
        assertThat(send(form(), "a long password", new Cookie(RequestedPageCache.COOKIE, "%%%")))
                .hasRedirectedUrl("/");
    }

    private Form form() {
        MvcTestResult page = http.get().uri("/sign-in").accept("text/html").exchange();
        Cookie cookie = requireNonNull(page.getResponse().getCookie("__Host-counterpart-csrf"));
        var token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(body(page));
        assertThat(token.find()).isTrue();
        return new Form(cookie, token.group(1));
    }

    private static String body(MvcTestResult page) {
        try {
            return page.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Like a browser: with the cookie and the hidden field of the form, and another cookie of this or that name. */
    private MvcTestResult send(Form form, String password, Cookie other) {
        var request = http.post().uri("/sign-in").param("username", "ada").param("password", password);
        return (other.getName().equals(form.cookie().getName())
                        ? request.cookie(other)
                        : request.cookie(form.cookie(), other))
                .param("_csrf", form.token())
                .exchange();
    }

    private static @Nullable HttpSession sessionOf(MvcTestResult answer) {
        return answer.getRequest().getSession(false);
    }

    /** The sign-in form as a browser has received it. */
    private record Form(Cookie cookie, String token) {}
}
