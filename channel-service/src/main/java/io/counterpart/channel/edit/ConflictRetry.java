package io.counterpart.channel.edit;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import java.util.stream.Stream;

import org.springframework.dao.OptimisticLockingFailureException;

import io.counterpart.channel.edit.IfMatchVersion.StaleVersion;
import io.counterpart.channel.problem.ChannelProblem;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.problem.StandardProblem;

/**
 * Repeats an edit that lost a race, for about two seconds: each attempt reads the customer again and checks the
 * caller's version again, so that no change is overwritten that the caller did not see. Retries queue per customer
 * within this instance, since otherwise an edit that lost once would lose again.
 */
final class ConflictRetry {

    private static final int TRIES = 9;
    private static final long LONGEST_PAUSE = 400;
    private static final long LONGEST_QUEUE = 3_000;

    private final Lock[] queues = Stream.generate(ReentrantLock::new).limit(64).toArray(Lock[]::new);

    /** @param customer the id that the caller sent */
    <T> T run(String customer, IfMatchVersion ifMatch, Supplier<T> edit) {
        RuntimeException conflict;
        try {
            return edit.get();
        } catch (Problem | OptimisticLockingFailureException e) {
            conflict = conflict(e);
        }
        Lock queue = queues[Math.floorMod(customer.hashCode(), queues.length)];
        boolean mine = queues(queue, conflict);
        try {
            return again(ifMatch, edit, conflict);
        } finally {
            if (mine) {
                queue.unlock();
            }
        }
    }

    private static <T> T again(IfMatchVersion ifMatch, Supplier<T> edit, RuntimeException first) {
        RuntimeException conflict = first;
        for (int attempt = 1; attempt < TRIES; attempt++) {
            try {
                return edit.get();
            } catch (Problem | OptimisticLockingFailureException e) {
                conflict = conflict(e);
            }
            pause(attempt, conflict);
        }
        // A caller without a version cannot have a stale one.
        throw ifMatch.isAny()
                ? ChannelProblem.REQUEST_IN_PROGRESS.because(
                        "The customer is being updated by another request. Try again in a few seconds.")
                : conflict;
    }

    // Rethrows a failure that a retry cannot resolve.
    private static RuntimeException conflict(RuntimeException e) {
        if (e instanceof StaleVersion
                || (e instanceof Problem problem && problem.type() != StandardProblem.VERSION_MISMATCH)) {
            throw e;
        }
        return e;
    }

    private static boolean queues(Lock queue, RuntimeException conflict) {
        try {
            return queue.tryLock(LONGEST_QUEUE, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw conflict;
        }
    }

    private static void pause(int attempt, RuntimeException conflict) {
        long pause = Math.min(LONGEST_PAUSE, 10L << attempt);
        try {
            Thread.sleep(pause / 2 + ThreadLocalRandom.current().nextLong(pause / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw conflict;
        }
    }
}
