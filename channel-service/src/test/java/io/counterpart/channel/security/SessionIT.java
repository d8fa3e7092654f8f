package io.counterpart.channel.security;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.StatementCounter;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

/** A page of this service acts as a till without its token, and no other page can use its cookie. */
@ExtendWith(OutputCaptureExtension.class)
class SessionIT extends SessionContext {

    @Test
    void theCookieIsForThisHostAndNoScript() {
        assertThat(created.status()).as(created.body()).isEqualTo(201);
        assertThat(created.header("Set-Cookie"))
                .startsWith(NAME)
                .contains("; Path=/", "; Secure", "; HttpOnly", "; SameSite=Strict", "; Max-Age=86400")
                .doesNotContain("Domain");
        assertThat(created.body()).doesNotContain(secret());
        assertThat(created.text("device")).isEqualTo(device);
        assertThat(Duration.between(Instant.now(), Instant.parse(created.text("expiresAt"))))
                .isBetween(Duration.ofMinutes(24 * 60 - 1), Duration.ofHours(24));
    }

    @Test
    void onlyTheHashIsStored() {
        assertThat(secret()).hasSize(43);
        assertThat(jdbc.queryForList(
                        "select token_sha256 from browser_session where sha256 = ?",
                        String.class,
                        Sha256.hex(secret())))
                .containsExactly(Sha256.hex(token));
    }

    @Test
    void aRequestWithTheCookieIsOneOfTheToken() {
        String key = UUID.randomUUID().toString();

        Response first = harbor.with(token).post(CUSTOMERS, "{\"lastName\": \"Session\"}", "Idempotency-Key", key);
        Response again = post(CUSTOMERS, "{\"lastName\": \"Session\"}", "Idempotency-Key", key);
        Response edited = page.patch(
                first.header("Location"),
                "{\"firstName\": \"Ann\"}",
                with(SITE, "same-origin", "If-Match", "*", "Counterpart-Clerk", "4711"));

        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.text("asyncCustomerId")).isEqualTo(first.text("asyncCustomerId"));
        assertThat(edited.status()).as(edited.body()).isEqualTo(200);
        assertThat(jdbc.queryForList(
                        "select payload from async_operation where aggregateid = ? order by aggregateversion",
                        String.class,
                        first.text("asyncCustomerId")))
                .hasSize(2)
                .allMatch(operation -> operation.contains(device))
                .element(1)
                .asString()
                .contains("4711");
    }

    @Test
    void saysWhoSendsTheRequest() {
        Response ofSession = get(SESSION);
        Response ofToken = harbor.with(token).get(SESSION);

        assertThat(List.of(ofSession.text("channel"), ofSession.text("device"), ofSession.text("role")))
                .containsExactly("HARBOR", device, "TILL");
        assertThat(ofSession.text("expiresAt")).isEqualTo(created.text("expiresAt"));
        assertThat(ofToken.text("device")).isEqualTo(device);
        assertThat(ofToken.json().path("expiresAt").isNull()).isTrue();
        assertThat(page.get(SESSION).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"same-site", "cross-site", "none"})
    void noOtherPageChangesAnything(String site) {
        Response refused = page.post(CUSTOMERS, "{\"lastName\": \"Forged\"}", with(SITE, site));

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("type")).isEqualTo("/problems/origin-not-allowed");
        assertThat(idOf("Forged")).isEmpty();
    }

    @Test
    void aChangeHasToStateThatItComesFromAPageOfThisService() {
        Response silent = page.post(CUSTOMERS, "{\"lastName\": \"Forged\"}", with());
        Response signOut = page.delete(SESSION, with());

        assertThat(silent.status()).isEqualTo(403);
        assertThat(signOut.status()).isEqualTo(403);
        assertThat(idOf("Forged")).isEmpty();
        assertThat(get(CONFIGURATION).status()).isEqualTo(200);
    }

    @Test
    void aBrowserWithoutFetchMetadataStatesItsOrigin() {
        Response own = page.post(CUSTOMERS, "{\"lastName\": \"Old\"}", with("Origin", "http://127.0.0.1:" + port));

        assertThat(own.status()).as(own.body()).isEqualTo(201);
    }

    @Test
    void aListedOriginIsNoPageOfThisService() {
        Response read = get(CONFIGURATION, "Origin", HARBOR_ORIGIN);
        Response change = page.post(CUSTOMERS, "{\"lastName\": \"Forged\"}", with("Origin", HARBOR_ORIGIN));
        Response exchange = harbor.with(token).post(SESSION, "", "Origin", HARBOR_ORIGIN);

        assertThat(List.of(read.status(), change.status(), exchange.status())).containsOnly(403);
        assertThat(exchange.header("Set-Cookie")).isEmpty();
        assertThat(get(CONFIGURATION, SITE, "cross-site").status()).isEqualTo(403);
        // The user reloads the page.
        assertThat(get(CONFIGURATION, SITE, "none").status()).isEqualTo(200);
    }

    @Test
    void noOtherSecretIsASession() {
        List<String> others = List.of(
                NAME + "unknown",
                NAME,
                NAME + token,
                NAME + Sha256.hex(secret()),
                "counterpart-session-" + port + "=" + secret());

        assertThat(others)
                .allSatisfy(other -> assertThat(
                                page.get(CONFIGURATION, "Cookie", other).status())
                        .isEqualTo(401));
        assertThat(harbor.with(secret()).get(CONFIGURATION).status()).isEqualTo(401);
        // An invalid token is not replaced by a session.
        assertThat(harbor.with("unknown").get(CONFIGURATION, "Cookie", cookie).status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"STOREFRONT, SIGN_IN_ONLY", "CHANNEL_DATABASE, ", "HQ_API, "})
    void onlyATillOrAStorefrontWithFullAccessHasSessions(String role, String access) {
        String other = "session-" + UUID.randomUUID();
        token(other, role);
        jdbc.update("update device_token set storefront_access = ? where sha256 = ?", access, Sha256.hex(other));

        Response refused = harbor.with(other).post(SESSION, "");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Set-Cookie")).isEmpty();
    }

    @Test
    void theEndOfASessionIsFinal(CapturedOutput output) {
        Response ended = page.delete(SESSION, with(SITE, "same-origin"));

        assertThat(ended.status()).isEqualTo(204);
        assertThat(ended.header("Set-Cookie")).startsWith(NAME + ";").contains("Max-Age=0");
        assertThat(get(CONFIGURATION).status()).isEqualTo(401);
        assertThat(harbor.with(token).get(CONFIGURATION).status()).isEqualTo(200);
        assertThat(output)
                .contains("event=session-created device=HARBOR/" + device)
                .contains("event=session-ended device=HARBOR/" + device)
                .doesNotContain(secret());
    }

    @Test
    void costsNoStatementPerRequest() {
        get(CONFIGURATION);
        harbor.with(token).get(CONFIGURATION);

        assertThat(statements.during(StatementCounter::answersRequests, () -> get(CONFIGURATION)))
                .isEqualTo(statements.during(
                        StatementCounter::answersRequests,
                        () -> harbor.with(token).get(CONFIGURATION)))
                .isEmpty();
    }
}
