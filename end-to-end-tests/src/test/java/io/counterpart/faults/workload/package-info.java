/** Clients that create, edit and search during faults, and record the responses. */
@NullMarked
package io.counterpart.faults.workload;

import org.jspecify.annotations.NullMarked;
