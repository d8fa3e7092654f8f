package io.counterpart.hq.access;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

import io.counterpart.hq.security.Role;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

/** The REST API for users who signed in with the form, as opposed to API clients with a token. */
@HqManualContext
class ApiSessionTests {

    private static final String OPERATIONS = "/api/v1/synchronization-operations";
    private static final String POLICY = "/api/v1/duplicate-policy";
    private static final String DEVICES = "/api/v1/devices";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    @Autowired
    HqUserRepository users;

    @Autowired
    PasswordEncoder passwords;

    @BeforeEach
    void oneOfEachRole() {
        work.clear();
        work.jdbcUpdate("delete from hq_user");
        String hash = passwords.encode("a long password");
        for (Role role : Role.values()) {
            users.add(role.name().toLowerCase(java.util.Locale.ROOT), hash, role, java.time.Instant.EPOCH);
        }
    }

    @Test
    void aViewerReadsAndDoesNotWrite() {
        var viewer = signIn("viewer");
        get(OPERATIONS, viewer).hasStatusOk();
        get(POLICY, viewer).hasStatusOk();
        get(DEVICES, viewer).hasStatus(HttpStatus.FORBIDDEN);
        repair(viewer).hasStatus(HttpStatus.FORBIDDEN).hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        setPolicy(viewer).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void anOperatorRepairsAndDoesNotAdminister() {
        var operator = signIn("operator");
        repair(operator).hasStatusOk();
        setPolicy(operator).hasStatus(HttpStatus.FORBIDDEN);
        get(DEVICES, operator).hasStatus(HttpStatus.FORBIDDEN);
    }

    @Test
    void anAdministratorMayAll() {
        var admin = signIn("admin");
        get(DEVICES, admin).hasStatusOk();
        repair(admin).hasStatusOk();
        setPolicy(admin).hasStatusOk();
        assertThat(work.texts("select actor from audit_entry where subject = 'duplicate-policy'"))
                .containsExactly("admin");
    }

    @Test
    void aSessionWithoutTheTokenOfItsFormsWritesNothing() {
        assertThat(http.post()
                        .uri(OPERATIONS + "/synchronize")
                        .with(signIn("admin"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{}"))
                .hasStatus(HttpStatus.FORBIDDEN);
    }

    // Like a browser: with the cookie of the session that the sign-in started.
    private RequestPostProcessor signIn(String name) {
        var answer = http.post()
                .uri("/sign-in")
                .param("username", name)
                .param("password", "a long password")
                .with(csrf())
                .exchange();
        var session = (MockHttpSession) requireNonNull(answer.getRequest().getSession(false));
        return request -> {
            request.setSession(session);
            request.setRequestedSessionId(session.getId());
            return request;
        };
    }

    private MvcTestResultAssert get(String path, RequestPostProcessor who) {
        return assertThat(http.get().uri(path).with(who));
    }

    private MvcTestResultAssert repair(RequestPostProcessor who) {
        return assertThat(http.post()
                .uri(OPERATIONS + "/synchronize")
                .with(who)
                .with(csrf().asHeader())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{}"));
    }

    private MvcTestResultAssert setPolicy(RequestPostProcessor who) {
        String version = "\"%d\"".formatted(work.number("select version from duplicate_policy"));
        return assertThat(http.method(HttpMethod.PUT)
                .uri(POLICY)
                .with(who)
                .with(csrf().asHeader())
                .header(HttpHeaders.IF_MATCH, version)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"mode\": \"flag\"}"));
    }
}
