package io.counterpart.channel.security;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.support.security.Sha256;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

/** A session ends with its token, after a shift without a request, and after a day; its role is that of the token. */
class SessionLifetimeIT extends SessionContext {

    private static final Duration CACHED = Duration.ofSeconds(3);

    @Test
    void endsWithItsToken() {
        assertThat(get(CONFIGURATION).status()).isEqualTo(200);

        HQ.publish(
                Topics.CONTROL,
                CHANNEL_DATABASE,
                JobCommand.revokeToken(CHANNEL_DATABASE, Sha256.hex(token), Instant.now()));

        await().atMost(CACHED).until(() -> get(CONFIGURATION).status() == 401);
        assertThat(get(CONFIGURATION).json().path("wipe").asBoolean()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"idle_until", "expires_at"})
    void endsAtEitherTime(String column) {
        // Not used so far, so it is not cached.
        set(column, Instant.now());

        assertThat(get(CONFIGURATION).status()).isEqualTo(401);
        assertThat(get(SESSION).status()).isEqualTo(401);
        assertThat(get(SESSION).json().has("wipe")).isFalse();
    }

    @Test
    void lastsLongerThanAShiftWhileItIsUsed() {
        assertThat(time("idle_until")).isCloseTo(Instant.now().plus(Duration.ofHours(12)), within(CACHED));
        set("idle_until", Instant.now().plus(Duration.ofHours(1)));

        assertThat(get(CONFIGURATION).status()).isEqualTo(200);

        assertThat(time("idle_until")).isAfter(Instant.now().plus(Duration.ofHours(11)));
        assertThat(time("expires_at")).isEqualTo(Instant.parse(created.text("expiresAt")));
    }

    @Test
    void isNotExtendedBeyondADay() {
        Instant end = Instant.now().plus(Duration.ofHours(2));
        set("expires_at", end);
        set("idle_until", Instant.now().plus(Duration.ofHours(1)));

        assertThat(get(CONFIGURATION).status()).isEqualTo(200);

        assertThat(time("idle_until")).isCloseTo(end, within(Duration.ofMillis(1)));
    }

    @Test
    void lastsNoLongerThanItsToken() {
        String closing = "session-" + UUID.randomUUID();
        token(closing, "TILL");
        jdbc.update(
                "update device_token set expires_at = ? where sha256 = ?",
                Timestamp.from(Instant.now().plusSeconds(60)),
                Sha256.hex(closing));

        Response ofClosing = harbor.with(closing).post(SESSION, "");

        assertThat(Instant.parse(ofClosing.text("expiresAt")))
                .isBefore(Instant.now().plusSeconds(61));
    }

    @Test
    void cannotProlongItself() {
        Response again = post(SESSION, "");

        assertThat(again.status()).isEqualTo(401);
        assertThat(again.header("Set-Cookie")).isEmpty();
    }

    @Test
    void endsWhenItsBrowserGetsANewOne() {
        Response again = harbor.with(token).post(SESSION, "", "Cookie", cookie);

        assertThat(again.status()).isEqualTo(201);
        assertThat(get(CONFIGURATION).status()).isEqualTo(401);
        assertThat(page.get(CONFIGURATION, "Cookie", cookieOf(again)).status()).isEqualTo(200);
    }

    @Test
    void losesTheRightsThatItsTokenLoses() {
        String shop = "session-" + UUID.randomUUID();
        token(shop, "STOREFRONT");
        cookie = cookieOf(harbor.with(shop).post(SESSION, ""));
        String search = "{\"query\": \"Nobody\"}";
        assertThat(post(CUSTOMERS + "/search", search).status()).isEqualTo(200);

        jdbc.update("update device_token set storefront_access = 'SIGN_IN_ONLY' where sha256 = ?", Sha256.hex(shop));

        await().atMost(CACHED).until(() -> post(CUSTOMERS + "/search", search).status() == 403);
        assertThat(get(CONFIGURATION).status()).isEqualTo(200);
    }

    private void set(String column, Instant time) {
        jdbc.update(
                "update browser_session set %s = ? where sha256 = ?".formatted(column),
                Timestamp.from(time),
                Sha256.hex(secret()));
    }

    private Instant time(String column) {
        return requireNonNull(jdbc.queryForObject(
                        "select %s from browser_session where sha256 = ?".formatted(column),
                        Timestamp.class,
                        Sha256.hex(secret())))
                .toInstant();
    }
}
