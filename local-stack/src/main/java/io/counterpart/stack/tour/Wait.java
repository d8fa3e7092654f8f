package io.counterpart.stack.tour;

import java.io.IOException;
import java.time.Duration;
import java.util.function.Predicate;

/** Asks again and again until the answer is as it should be, for a bounded time. */
final class Wait {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(10);

    private Wait() {}

    static <T> T until(String expected, Question<T> question, Predicate<T> holds) throws IOException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        T answer = question.ask();
        while (!holds.test(answer)) {
            if (System.nanoTime() > deadline) {
                throw new TourFailure("%s did not come about within %d seconds".formatted(expected, LIMIT.toSeconds()));
            }
            pause();
            answer = question.ask();
        }
        return answer;
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(BETWEEN_QUESTIONS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Something that can be asked more than once. */
    interface Question<T> {
        T ask() throws IOException;
    }
}
