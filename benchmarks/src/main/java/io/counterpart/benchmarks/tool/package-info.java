/** Tools of the benchmarks: process statistics, bulk data by SQL, pgbench, and a lightweight HTTP client. */
@NullMarked
package io.counterpart.benchmarks.tool;

import org.jspecify.annotations.NullMarked;
