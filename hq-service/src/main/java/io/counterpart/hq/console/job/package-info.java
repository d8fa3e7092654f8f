/** Batch jobs and sessions. */
@NullMarked
package io.counterpart.hq.console.job;

import org.jspecify.annotations.NullMarked;
