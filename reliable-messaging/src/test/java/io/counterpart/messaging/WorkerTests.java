package io.counterpart.messaging;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.counterpart.messaging.Worker.FailureHandler;
import io.counterpart.messaging.Worker.Task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Pauses are one hour where a signal must end them. */
class WorkerTests {

    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicInteger rounds = new AtomicInteger();
    private @Nullable Worker worker;

    @AfterEach
    void stop() {
        if (worker != null) {
            worker.stop(Duration.ZERO);
        }
    }

    @Test
    void aSignalStartsTheNextRoundAtOnce() {
        Worker started = start(() -> countAndPause(Pause.atMost(HOUR)));
        awaitRounds(1);

        started.signal();

        awaitRounds(2);
    }

    @Test
    void aSignalDuringARoundLeadsToAnother() throws InterruptedException {
        var inRound = new CountDownLatch(1);
        var signalled = new CountDownLatch(1);
        Worker started = start(() -> {
            inRound.countDown();
            signalled.await();
            return countAndPause(Pause.atMost(HOUR));
        });
        inRound.await();
        started.signal();
        signalled.countDown();

        awaitRounds(2);
    }

    @Test
    void aRoundFollowsWhenThePauseIsOver() {
        start(() -> countAndPause(Pause.atMost(Duration.ofMillis(1))));

        awaitRounds(5);
    }

    @Test
    void onlyHurryEndsAWholePause() {
        Worker started = start(() -> countAndPause(Pause.whole(HOUR)));
        awaitRounds(1);

        started.signal();
        await().during(Duration.ofMillis(200)).until(() -> rounds.get() == 1);
        started.hurry();

        awaitRounds(2);
    }

    @Test
    void signalsCloseTogetherAreOneRound() {
        worker = new Worker("test", () -> countAndPause(Pause.UNTIL_SIGNAL), (failure, failures) -> Pause.NONE)
                .gathering(Duration.ofMillis(300));
        worker.start();
        awaitRounds(1);

        for (int i = 0; i < 10; i++) {
            worker.signal();
        }

        awaitRounds(2);
        await().during(Duration.ofMillis(400)).until(() -> rounds.get() == 2);
    }

    @Test
    void anExceptionDoesNotEndIt() {
        List<Integer> failures = new CopyOnWriteArrayList<>();
        start(
                () -> {
                    if (rounds.incrementAndGet() != 3) {
                        throw new IllegalStateException("away");
                    }
                    return Pause.NONE;
                },
                (failure, count) -> {
                    failures.add(count);
                    return Pause.atMost(Duration.ofMillis(1));
                });

        await().until(() -> failures.size() >= 4);
        assertThat(failures).startsWith(1, 2, 1, 2);
    }

    @Test
    void aFailureHandlerThatFailsDoesNotEndIt() {
        Worker started = start(
                () -> {
                    rounds.incrementAndGet();
                    throw new IllegalStateException("away");
                },
                (failure, count) -> {
                    throw failure;
                });
        awaitRounds(1);

        started.hurry();

        awaitRounds(2);
    }

    @Test
    void stopEndsItAndTellsTheEndHook() {
        var ended = new AtomicBoolean();
        worker = new Worker("test", () -> countAndPause(Pause.atMost(HOUR)), (failure, failures) -> Pause.NONE)
                .atEnd(() -> ended.set(true));
        worker.start();
        awaitRounds(1);

        worker.stop();

        assertThat(ended).isTrue();
        assertThat(worker.isRunning()).isFalse();
        worker.signal();
        await().during(Duration.ofMillis(100)).until(() -> rounds.get() == 1);
    }

    @Test
    void stopInterruptsARoundThatLastsTooLong() {
        var ended = new AtomicBoolean();
        worker = new Worker("test", this::lastForEver, (failure, failures) -> Pause.NONE).atEnd(() -> ended.set(true));
        worker.start();
        awaitRounds(1);

        worker.stop(Duration.ofMillis(10));

        assertThat(ended).isTrue();
    }

    @Test
    void runsAgainAfterAStop() {
        Worker started = start(() -> countAndPause(Pause.atMost(HOUR)));
        awaitRounds(1);
        started.stop();

        started.start();

        awaitRounds(2);
        assertThat(started.isRunning()).isTrue();
    }

    private Worker start(Task task) {
        return start(task, (failure, failures) -> Pause.NONE);
    }

    private Worker start(Task task, FailureHandler failureHandler) {
        var started = new Worker("test", task, failureHandler);
        worker = started;
        started.start();
        return started;
    }

    private Pause lastForEver() throws InterruptedException {
        rounds.incrementAndGet();
        new CountDownLatch(1).await();
        return Pause.NONE;
    }

    private Pause countAndPause(Pause pause) {
        rounds.incrementAndGet();
        return pause;
    }

    private void awaitRounds(int count) {
        await().pollInterval(Duration.ofMillis(5)).atMost(Duration.ofSeconds(5)).until(() -> rounds.get() >= count);
    }
}
