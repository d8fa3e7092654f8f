package io.counterpart.hq.access;

import java.time.Instant;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.hq.security.Role;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.support.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class AccessTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HqUserRepository users;

    @Autowired
    PasswordEncoder passwords;

    @Autowired
    InitialAdministratorSetup initialAdministrator;

    @BeforeEach
    void oneAdministrator() {
        jdbc.sql("delete from hq_user").update();
        users.add("ada", passwords.encode("a long password"), Role.ADMIN, Instant.EPOCH);
    }

    @Test
    void signsInWithTheFormAndNotWithoutItsToken() {
        assertThat(http.post()
                        .uri("/sign-in")
                        .param("username", "ada")
                        .param("password", "a long password")
                        .with(csrf()))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/");
        assertThat(http.post().uri("/sign-in").param("username", "ada").param("password", "a long password"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void locksAUserOutAfterFiveWrongPasswords() {
        for (int i = 0; i < HqUserRepository.ATTEMPTS; i++) {
            signIn("wrong").hasRedirectedUrl("/sign-in?error");
        }
        signIn("a long password").hasRedirectedUrl("/sign-in?error");

        jdbc.sql("update hq_user set locked_until = now() - interval '1 second'")
                .update();
        signIn("a long password").hasRedirectedUrl("/");
    }

    @Test
    void countsParallelGuesses() {
        users.add("bob", passwords.encode("another password"), Role.ADMIN, Instant.EPOCH);

        IntStream.range(0, 20).parallel().forEach(i -> signIn("ada", "guess " + i));

        assertThat(row("ada").failedSignIns()).isEqualTo(HqUserRepository.ATTEMPTS);
        assertThat(row("ada").isLocked(Instant.now().plusSeconds(290))).isTrue();
    }

    @Test
    void locksLongerWithEveryFurtherWrongPassword() {
        users.add("bob", passwords.encode("another password"), Role.ADMIN, Instant.EPOCH);
        for (int i = 0; i < HqUserRepository.ATTEMPTS + 1; i++) {
            jdbc.sql("update hq_user set locked_until = null").update();
            signIn("ada", "wrong");
        }

        assertThat(row("ada").lockedUntil())
                .isBetween(Instant.now().plusSeconds(590), Instant.now().plusSeconds(600));
    }

    @Test
    void keepsTheLastAdministratorOutForHalfAMinuteAtMost() {
        for (int i = 0; i < 3 * HqUserRepository.ATTEMPTS; i++) {
            jdbc.sql("update hq_user set locked_until = null").update();
            signIn("ada", "wrong");
        }

        assertThat(row("ada").lockedUntil()).isBefore(Instant.now().plusSeconds(31));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "enabled = false, version = version + 1",
                "role = 'VIEWER', version = version + 1",
                "password_hash = 'x', version = version + 1"
            })
    void endsTheSessionsOfAChangedUserAtOnce(String change) {
        users.add("bob", passwords.encode("another password"), Role.ADMIN, Instant.EPOCH);
        MockHttpSession session = sessionOf("ada", "a long password");
        assertThat(http.get().uri("/administration/users").session(session)).hasStatusOk();

        jdbc.sql("update hq_user set " + change + " where username = 'ada'").update();

        assertThat(http.get().uri("/administration/users").session(session))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/sign-in");
        assertThat(session.isInvalid()).isTrue();
    }

    @Test
    void changesTheOwnPasswordForWhoKnowsTheCurrentOne() {
        MockHttpSession session = sessionOf("ada", "a long password");
        assertThat(http.get().uri("/account").session(session))
                .hasStatusOk()
                .bodyText()
                .contains("Current password");

        changePassword(session, "wrong", "seven quiet lighthouses").hasRedirectedUrl("/account");
        changePassword(session, "a long password", "password123").hasRedirectedUrl("/account");
        changePassword(session, "a long password", "seven quiet lighthouses").hasRedirectedUrl("/sign-in?changed");

        signIn("ada", "a long password").hasRedirectedUrl("/sign-in?error");
        signIn("ada", "seven quiet lighthouses").hasRedirectedUrl("/");
    }

    @Test
    void limitsGuessesOfTheCurrentPassword() {
        MockHttpSession session = sessionOf("ada", "a long password");
        for (int i = 0; i < HqUserRepository.ATTEMPTS; i++) {
            changePassword(session, "wrong", "seven quiet lighthouses").hasRedirectedUrl("/account");
        }
        assertThat(row("ada").isLocked(Instant.now())).isTrue();
        changePassword(session, "a long password", "seven quiet lighthouses").hasRedirectedUrl("/account");
        users.resetAttempts("ada");
        signIn("ada", "a long password").hasRedirectedUrl("/");
    }

    @ParameterizedTest
    @ValueSource(strings = {"short", "1234567890", "qwertyuiop", "password123", "Passw0rd2024", "letmein12345"})
    void refusesPasswordsThatAreEasyToGuess(String password) {
        assertThatThrownBy(() -> PasswordPolicy.check("ada", password)).isInstanceOf(Problem.class);
    }

    @Test
    void refusesAPasswordWithTheUserName() {
        assertThatThrownBy(() -> PasswordPolicy.check("lovelace", "xK9-Lovelace-41q"))
                .isInstanceOf(Problem.class);
        assertThatCode(() -> PasswordPolicy.check("lovelace", "seven quiet lighthouses"))
                .doesNotThrowAnyException();
    }

    @Test
    void removesDemoUsersOutsideTheProfileLocal() {
        users.add("viewer", passwords.encode("viewer"), Role.VIEWER, Instant.EPOCH);
        users.add("operator", passwords.encode("a long password"), Role.OPERATOR, Instant.EPOCH);

        initialAdministrator.run(new DefaultApplicationArguments());

        assertThat(users.find("viewer")).isEmpty();
        assertThat(users.find("operator")).isPresent();
    }

    @Test
    void doesNotKnowHttpBasic() {
        assertThat(http.get().uri("/").with(httpBasic("ada", "a long password")).accept("text/html"))
                .hasStatus(HttpStatus.FOUND);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/synchronization", "/jobs", "/administration/features", "/customers", "/nothing-here"})
    void sendsStrangersToTheSignInPage(String path) {
        assertThat(http.get().uri(path).accept("text/html"))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/sign-in");
    }

    @Test
    void explainsAnExpiredSession() {
        assertThat(http.get().uri("/jobs").accept("text/html").with(request -> {
                    request.setRequestedSessionId("ended");
                    request.setRequestedSessionIdValid(false);
                    return request;
                }))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/sign-in?expired");
        assertThat(http.get().uri("/sign-in?expired").accept("text/html"))
                .hasStatusOk()
                .bodyText()
                .contains("Your session expired. Sign in to continue.");
    }

    @Test
    void aViewerChangesNothingAndAnOperatorNoConfiguration() {
        assertThat(http.post()
                        .uri("/jobs/1010/hold")
                        .with(csrf())
                        .with(user("v").roles("VIEWER")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(http.post()
                        .uri("/administration/features/x")
                        .with(csrf())
                        .with(user("o").roles("OPERATOR")))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(http.get().uri("/administration/users").with(user("o").roles("OPERATOR")))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    private HqUser row(String username) {
        return users.find(username).orElseThrow();
    }

    private MvcTestResultAssert signIn(String password) {
        return signIn("ada", password);
    }

    private MvcTestResultAssert signIn(String username, String password) {
        return assertThat(attempt(username, password));
    }

    private MvcTestResult attempt(String username, String password) {
        return http.post()
                .uri("/sign-in")
                .param("username", username)
                .param("password", password)
                .with(csrf())
                .exchange();
    }

    private MockHttpSession sessionOf(String username, String password) {
        return (MockHttpSession)
                Objects.requireNonNull(attempt(username, password).getRequest().getSession(false));
    }

    private MvcTestResultAssert changePassword(MockHttpSession session, String current, String password) {
        return assertThat(http.post()
                .uri("/account/password")
                .session(session)
                .param("current", current)
                .param("password", password)
                .with(csrf()));
    }
}
