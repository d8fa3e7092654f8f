package io.counterpart.benchmarks.measure;

import java.io.IOException;

/** One benchmark. */
interface Benchmark {

    /** Its id: {@code P3}. */
    String id();

    String title();

    /** The number of calls to {@link BenchmarkContext#step}. */
    int steps(BenchmarkOptions options);

    /** Whether a complete run leaves it out. */
    default boolean isOnlyIfNamed() {
        return false;
    }

    /** Runs the benchmark and reports each metric to the context. */
    void run(BenchmarkContext scene) throws IOException, InterruptedException;
}
