package io.counterpart.hq.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs the same action in several threads that begin at the same moment. */
final class Simultaneously {

    private Simultaneously() {}

    static <T> List<T> run(int threads, IntFunction<T> action) {
        var barrier = new CyclicBarrier(threads);
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            var running = new ArrayList<CompletableFuture<T>>();
            for (int i = 0; i < threads; i++) {
                int number = i;
                running.add(CompletableFuture.supplyAsync(
                        () -> {
                            await(barrier);
                            return action.apply(number);
                        },
                        executor));
            }
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            executor.shutdown();
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
