package io.counterpart.hq.access;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.hq.security.Role;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;
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

    @BeforeEach
    void oneAdministrator() {
        jdbc.sql("delete from hq_user").update();
        users.add("ada", passwords.encode("a long password"), Role.ADMIN, java.time.Instant.EPOCH);
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
        for (int i = 0; i < LockingUserDetailsService.WRONG_PASSWORDS; i++) {
            signIn("wrong").hasRedirectedUrl("/sign-in?error");
        }
        signIn("a long password").hasRedirectedUrl("/sign-in?error");

        jdbc.sql("update hq_user set locked_until = now() - interval '1 second'")
                .update();
        signIn("a long password").hasRedirectedUrl("/");
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

    private org.springframework.test.web.servlet.assertj.MvcTestResultAssert signIn(String password) {
        return assertThat(http.post()
                .uri("/sign-in")
                .param("username", "ada")
                .param("password", password)
                .with(csrf()));
    }
}
