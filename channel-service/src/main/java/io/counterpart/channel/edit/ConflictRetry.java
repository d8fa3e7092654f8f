package io.counterpart.channel.edit;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

import org.springframework.dao.OptimisticLockingFailureException;

import io.counterpart.channel.edit.IfMatch.StaleVersion;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/**
 * Repeats an edit that lost a race, for about two seconds: the next try reads the customer again and checks the version of
 * the caller again, so that nothing is overwritten that the caller did not see.
 */
final class ConflictRetry {

    private static final int TRIES = 9;
    private static final long LONGEST_PAUSE = 400;

    <T> T run(IfMatch ifMatch, Supplier<T> edit) {
        for (int attempt = 1; ; attempt++) {
            try {
                return edit.get();
            } catch (StaleVersion stale) {
                throw stale;
            } catch (Problem conflict) {
                if (conflict.type() != StandardProblem.VERSION_MISMATCH) {
                    throw conflict;
                }
                pauseOrGiveUp(attempt, ifMatch, conflict);
            } catch (OptimisticLockingFailureException conflict) {
                pauseOrGiveUp(attempt, ifMatch, conflict);
            }
        }
    }

    // A caller who named no version cannot have a stale one.
    private static void pauseOrGiveUp(int attempt, IfMatch ifMatch, RuntimeException conflict) {
        if (attempt == TRIES) {
            throw ifMatch.isAny()
                    ? ChannelProblem.REQUEST_IN_PROGRESS.because(
                            "This customer is being changed right now. Please try again in a few seconds.")
                    : conflict;
        }
        long pause = Math.min(LONGEST_PAUSE, 10L << attempt);
        try {
            Thread.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw conflict;
        }
    }
}
