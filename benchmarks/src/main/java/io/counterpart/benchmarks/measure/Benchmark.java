package io.counterpart.benchmarks.measure;

import java.io.IOException;

/** One of the measures. */
interface Benchmark {

    /** Its number: {@code P3}. */
    String id();

    String title();

    /** How often it will call {@link BenchmarkContext#step}. */
    int steps(BenchmarkOptions options);

    /** Measures, and tells the scene each figure. */
    void run(BenchmarkContext scene) throws IOException, InterruptedException;
}
