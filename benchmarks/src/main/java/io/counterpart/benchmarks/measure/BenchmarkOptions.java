package io.counterpart.benchmarks.measure;

import java.nio.file.Path;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Which benchmarks to run, and how long.
 *
 * @param only their ids, in the order in which they are run
 * @param shortForm small numbers and few runs: shows that the benchmarks work, not how fast anything is
 * @param customers of a backlog
 * @param runs of each benchmark that can be repeated
 * @param statements whether PostgreSQL counts its statements, to see where the time of P3 goes
 * @param sampling the share of requests and batches whose trace both services record; null for what they do by default
 * @param out where the results are written
 */
record BenchmarkOptions(
        List<String> only,
        boolean shortForm,
        int customers,
        int runs,
        boolean statements,
        @Nullable Double sampling,
        Path out) {

    /** The first in the short form, else the second. */
    int either(int small, int normal) {
        return shortForm ? small : normal;
    }
}
