/** What measures are made with: processes watched from outside, tables filled by SQL, pgbench, and a lean HTTP client. */
@NullMarked
package io.counterpart.benchmarks.tool;

import org.jspecify.annotations.NullMarked;
