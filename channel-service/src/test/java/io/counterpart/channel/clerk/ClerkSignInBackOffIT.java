package io.counterpart.channel.clerk;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.contract.configuration.ChannelClerk;

import static org.assertj.core.api.Assertions.assertThat;

class ClerkSignInBackOffIT extends ClerkContext {

    @Test
    void theFifthWrongPinBlocksTheClerkAtThisTillOnly() {
        for (int i = 0; i < 4; i++) {
            assertThat(signIn(robin, "0000").header("Retry-After")).isEmpty();
        }
        Response fifth = signIn(robin, "0000");
        Response right = signIn(robin, PIN);

        assertThat(fifth.status()).isEqualTo(403);
        assertThat(seconds(fifth)).isBetween(28L, 30L);
        assertThat(right.status()).isEqualTo(429);
        assertThat(right.text("type")).isEqualTo("/problems/rate-limited");
        assertThat(seconds(right)).isBetween(1L, 30L);
        assertThat(signIn(kim, "00815").status()).isEqualTo(200);
        assertThat(signIn(otherTill, robin.id().toString(), PIN).status()).isEqualTo(200);
        assertThat(signIn(robin, PIN).status()).isEqualTo(429);
    }

    @Test
    void eachFurtherWrongPinDoublesTheWaitUpToAnHourAndTheRightOneEndsIt() {
        for (int i = 0; i < 5; i++) {
            signIn(robin, "0000");
        }
        waitIsOver(robin);
        assertThat(seconds(signIn(robin, "0000"))).isBetween(58L, 60L);
        waitIsOver(robin);
        assertThat(seconds(signIn(robin, "0000"))).isBetween(118L, 120L);
        jdbc.update("update clerk_sign_in_attempt set attempts = 1000 where clerk = ?", robin.id());
        waitIsOver(robin);
        assertThat(seconds(signIn(robin, "0000"))).isBetween(3598L, 3600L);

        waitIsOver(robin);
        assertThat(signIn(robin, PIN).status()).isEqualTo(200);
        assertThat(signIn(robin, "0000").header("Retry-After")).isEmpty();
    }

    @Test
    void parallelGuessesCountBeforeTheHashIsCompared() {
        List<CompletableFuture<Response>> guesses = IntStream.range(0, 40)
                .mapToObj(i -> till.postAsync(SIGN_INS, body(robin.id().toString(), "%04d".formatted(i))))
                .toList();

        List<Integer> answers =
                guesses.stream().map(guess -> guess.join().status()).toList();

        assertThat(answers).filteredOn(status -> status == 403).hasSize(5);
        assertThat(answers).filteredOn(status -> status == 429).hasSize(35);
    }

    @Test
    void aNewPinStartsOver() {
        for (int i = 0; i < 5; i++) {
            signIn(robin, "0000");
        }
        var renewed = new ChannelClerk(
                robin.id(), robin.name(), clerk("", "123456", since).pinHash(), since.plusSeconds(60));
        configure(renewed, kim);

        awaitStatus(200, renewed, "123456");
        assertThat(signIn(robin, PIN).status()).isEqualTo(403);
    }

    private static long seconds(Response response) {
        return Long.parseLong(response.header("Retry-After"));
    }
}
