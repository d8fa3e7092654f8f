package io.counterpart.hq.access;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.hq.security.Role;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Users are deleted and signed out everywhere, and show when they were last used. */
@HqManualContext
class UserAdministrationTests {

    private static final String PASSWORD = "seven quiet lighthouses";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    @Autowired
    HqUserRepository users;

    @Autowired
    PasswordEncoder passwords;

    @BeforeEach
    void threeUsers() {
        work.clear();
        work.jdbcUpdate("delete from hq_user");
        String hash = passwords.encode(PASSWORD);
        users.add("ada", hash, Role.ADMIN, Instant.EPOCH);
        users.add("bob", hash, Role.OPERATOR, Instant.EPOCH);
        users.add("vera", hash, Role.VIEWER, Instant.EPOCH);
    }

    @Test
    void recordsTheUseOfAUserOnceAMinute() {
        assertPage("ada").contains("No use recorded yet");
        MockHttpSession session = signIn("bob");
        open(session).hasStatusOk();
        Instant first = lastUse("bob");
        assertThat(first)
                .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(1));

        usedBefore("bob", 50);
        Instant within = lastUse("bob");
        open(session).hasStatusOk();
        assertThat(lastUse("bob")).isEqualTo(within);

        usedBefore("bob", 70);
        open(session).hasStatusOk();
        assertThat(lastUse("bob")).isAfter(within);
        assertPage("ada").contains("Last used");
    }

    @Test
    void deletesAUserWhoseSessionsEndAndWhoseNameStaysInTheAuditLog() {
        MockHttpSession session = signIn("bob");
        open(session).hasStatusOk();

        delete("bob", "0").flash().containsKey("done");

        assertThat(users.find("bob")).isEmpty();
        open(session).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/sign-in");
        assertThat(session.isInvalid()).isTrue();
        assertThat(work.texts("select actor || ' ' || action || ' ' || subject from audit_entry"))
                .containsExactly("ada delete User bob");
        assertThat(http.get().uri("/administration/changes").with(user("v").roles("VIEWER")))
                .hasStatusOk()
                .bodyText()
                .contains("User bob", "Deleted");
    }

    @Test
    void aNewUserWithTheNameOfADeletedOneHasNoneOfTheOldSessions() {
        MockHttpSession session = signIn("bob");
        delete("bob", "0").flash().containsKey("done");
        users.add("bob", passwords.encode(PASSWORD), Role.ADMIN, Instant.now());

        open(session).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/sign-in");
    }

    @Test
    void doesNotDeleteTheLastAdministrator() {
        delete("ada", "0")
                .flash()
                .hasEntrySatisfying("fault", it -> assertThat(it).asString().contains("At least one active"));
        assertThat(users.find("ada")).isPresent();
        assertThat(work.count("audit_entry")).isZero();
    }

    @Test
    void ofTwoAdministratorsWhoAreDeletedAtTheSameTimeOneStays() {
        for (int i = 0; i < 10; i++) {
            users.add("eve", "x", Role.ADMIN, Instant.EPOCH);
            Stream.of("ada", "eve").parallel().forEach(name -> delete(name, "0"));
            assertThat(users.enabledAdministrators()).isEqualTo(1);
            work.jdbcUpdate("delete from hq_user where role = 'ADMIN'");
            users.add("ada", "x", Role.ADMIN, Instant.EPOCH);
        }
    }

    @Test
    void doesNotDeleteAUserWhoWasChangedInTheMeantime() {
        work.jdbcUpdate("update hq_user set version = 1 where username = 'bob'");
        delete("bob", "0").flash().containsKey("fault");
        delete("nobody", "0").flash().containsKey("fault");
        assertThat(users.find("bob")).isPresent();
    }

    @Test
    void endsTheOwnSessionsEverywhereAtOnceAndNoOthers() {
        List<MockHttpSession> own = List.of(signIn("vera"), signIn("vera"));
        MockHttpSession other = signIn("bob");

        assertThat(http.post()
                        .uri("/account/sign-out-everywhere")
                        .session(own.get(0))
                        .with(csrf()))
                .hasRedirectedUrl("/sign-in?everywhere");

        own.forEach(session -> open(session).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/sign-in"));
        open(other).hasStatusOk();
        open(signIn("vera")).hasStatusOk();
        assertThat(work.texts("select actor || ' ' || action || ' ' || subject from audit_entry"))
                .containsExactly("vera sign-out-everywhere User vera");
        assertThat(http.get().uri("/sign-in?everywhere").accept("text/html"))
                .hasStatusOk()
                .bodyText()
                .contains("You’ve signed out everywhere.");
    }

    @Test
    void anAdministratorEndsTheSessionsOfAnyUser() {
        MockHttpSession session = signIn("bob");
        post("/administration/users/bob/sign-out", "ada", "ADMIN").flash().containsKey("done");
        open(session).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/sign-in");
        post("/administration/users/nobody/sign-out", "ada", "ADMIN").flash().containsKey("fault");
    }

    @Test
    void othersEndAndDeleteNobodyElse() {
        post("/administration/users/vera/sign-out", "bob", "OPERATOR").hasStatus(HttpStatus.FORBIDDEN);
        post("/administration/users/vera/delete", "bob", "OPERATOR").hasStatus(HttpStatus.FORBIDDEN);
        assertThat(users.find("vera")).map(HqUser::version).contains(0L);
    }

    private MvcTestResultAssert delete(String username, String version) {
        return assertThat(http.post()
                .uri("/administration/users/" + username + "/delete")
                .param("version", version)
                .with(csrf())
                .with(user("ada").roles("ADMIN")));
    }

    private MvcTestResultAssert post(String path, String by, String role) {
        return assertThat(http.post().uri(path).with(csrf()).with(user(by).roles(role)));
    }

    private MvcTestResultAssert open(MockHttpSession session) {
        return assertThat(http.get().uri("/account").session(session).accept("text/html"));
    }

    private org.assertj.core.api.AbstractStringAssert<?> assertPage(String by) {
        return assertThat(http.get().uri("/administration/users").with(user(by).roles("ADMIN")))
                .hasStatusOk()
                .bodyText();
    }

    private MockHttpSession signIn(String username) {
        var signedIn = http.post()
                .uri("/sign-in")
                .param("username", username)
                .param("password", PASSWORD)
                .with(csrf())
                .exchange();
        return (MockHttpSession) Objects.requireNonNull(signedIn.getRequest().getSession(false));
    }

    private Instant lastUse(String username) {
        return Objects.requireNonNull(users.find(username).orElseThrow().lastUsedAt());
    }

    private void usedBefore(String username, int seconds) {
        work.jdbcUpdate("update hq_user set last_used_at = now() - interval '%d seconds' where username = '%s'"
                .formatted(seconds, username));
    }
}
