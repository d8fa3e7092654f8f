package io.counterpart.hq.access;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.hq.security.Role;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.support.problem.Problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** Users sign in at the company's identity provider, and their groups decide about their role. */
@HqManualContext
class CompanySignInIT {

    private static final CompanyIdentityProvider PROVIDER = new CompanyIdentityProvider();

    @Autowired
    MockMvcTester http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    HqUserRepository users;

    @Autowired
    UserService administration;

    @Autowired
    PasswordEncoder passwords;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("hq.company-sign-in.issuer", PROVIDER::issuer);
        properties.add("hq.company-sign-in.client-secret", () -> "a secret");
        properties.add("hq.company-sign-in.administrators", () -> "it");
        properties.add("hq.company-sign-in.operators", () -> "stores");
        properties.add("hq.company-sign-in.viewers", () -> "everybody");
    }

    @AfterAll
    static void stop() {
        PROVIDER.stop();
    }

    @BeforeEach
    void oneAdministrator() {
        jdbc.sql("delete from hq_user").update();
        users.add("ada", passwords.encode("a long password"), Role.ADMIN, Instant.EPOCH);
    }

    @Test
    void theRoleIsThatOfTheMostPowerfulGroup() {
        var session = new MockHttpSession();

        assertThat(signIn(session, "grace", List.of("everybody", "stores"))).hasRedirectedUrl("/");

        assertThat(http.get().uri("/synchronization").session(session)).hasStatusOk();
        assertThat(http.get().uri("/administration/users").session(session)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(users.find("grace")).hasValueSatisfying(it -> {
            assertThat(it.role()).isEqualTo(Role.OPERATOR);
            assertThat(it.company()).isTrue();
        });
    }

    @Test
    void aPersonWithoutAGroupIsRefusedWithTheReason() {
        var session = new MockHttpSession();

        assertThat(signIn(session, "eve", List.of("sales"))).hasRedirectedUrl("/sign-in?company=no-role");

        assertThat(users.find("eve")).isEmpty();
        assertThat(http.get().uri("/sign-in?company=no-role")).bodyText().contains("None of your groups has a role");
        assertThat(http.get().uri("/synchronization").session(session)).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void aUserWithAPasswordIsNotTakenOver() {
        assertThat(signIn(new MockHttpSession(), "ada", List.of("everybody")))
                .hasRedirectedUrl("/sign-in?company=name-taken");

        assertThat(users.find("ada").orElseThrow().role()).isEqualTo(Role.ADMIN);
    }

    @Test
    void anotherGroupEndsTheSessionOfTheFormerRole() {
        var session = new MockHttpSession();
        signIn(session, "grace", List.of("it"));
        assertThat(http.get().uri("/administration/users").session(session)).hasStatusOk();

        signIn(new MockHttpSession(), "grace", List.of("everybody"));

        assertThat(http.get().uri("/administration/users").session(session)).hasStatus(HttpStatus.FOUND);
    }

    @Test
    void anAdministratorDisablesAUserOfTheCompany() {
        var session = new MockHttpSession();
        signIn(session, "grace", List.of("stores"));
        HqUser grace = users.find("grace").orElseThrow();

        users.change("grace", Role.OPERATOR, false, grace.version());

        assertThat(http.get().uri("/synchronization").session(session)).hasStatus(HttpStatus.FOUND);
        assertThat(signIn(new MockHttpSession(), "grace", List.of("stores")))
                .hasRedirectedUrl("/sign-in?company=disabled");
    }

    @Test
    void aUserOfTheCompanyHasNoPasswordAndPasswordsStillWork() {
        signIn(new MockHttpSession(), "grace", List.of("stores"));

        assertThatThrownBy(() -> administration.changePassword("grace", "seven quiet lighthouses"))
                .isInstanceOf(Problem.class);
        assertThat(withPassword("grace", "")).hasRedirectedUrl("/sign-in?error");
        assertThat(withPassword("ada", "a long password")).hasRedirectedUrl("/");
    }

    @Test
    void anAnswerThatNobodyAskedForIsRefused() {
        assertThat(http.get().uri("/sign-in/callback?code=x&state=y").session(new MockHttpSession()))
                .hasRedirectedUrl("/sign-in?company=failed");
    }

    private MvcTestResult signIn(MockHttpSession session, String user, List<String> groups) {
        MvcTestResult started =
                http.get().uri("/sign-in/company/hq").session(session).exchange();
        URI authorization =
                URI.create(Objects.requireNonNull(started.getResponse().getRedirectedUrl()));
        Map<String, String> asked = CompanyIdentityProvider.parameters(authorization.getRawQuery());
        assertThat(asked).containsEntry("code_challenge_method", "S256").containsKey("nonce");
        return http.get()
                .uri("/sign-in/callback")
                .param("code", PROVIDER.signIn(authorization, user, groups))
                .param("state", Objects.requireNonNull(asked.get("state")))
                .session(session)
                .exchange();
    }

    private MvcTestResult withPassword(String user, String password) {
        return http.post()
                .uri("/sign-in")
                .param("username", user)
                .param("password", password)
                .with(csrf())
                .exchange();
    }
}
