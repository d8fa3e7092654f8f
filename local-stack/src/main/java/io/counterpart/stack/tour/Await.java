package io.counterpart.stack.tour;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HttpResult;

/** Polls until a result is as expected, for a bounded time. */
final class Await {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(10);

    private Await() {}

    static <T> T until(String expected, Condition<T> question, Predicate<T> holds) throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        T answer = question.get();
        while (!holds.test(answer)) {
            if (System.nanoTime() > deadline) {
                throw new TourFailedException("%s timed out after %d seconds".formatted(expected, LIMIT.toSeconds()));
            }
            pause();
            answer = question.get();
        }
        return answer;
    }

    /** The customer with its account number. */
    static HttpResult accountNumber(ChannelClient channel, String customer) throws IOException {
        return until(
                "The account number",
                () -> channel.get(customer).expect(200),
                it -> it.text("accountNumber").isPresent());
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** A query that can be repeated. */
    interface Condition<T> {
        T get() throws IOException;
    }
}
