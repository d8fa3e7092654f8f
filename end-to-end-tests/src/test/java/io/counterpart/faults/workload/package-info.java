/** Clients that create, edit and search while things go wrong, and note what they were told. */
@NullMarked
package io.counterpart.faults.workload;

import org.jspecify.annotations.NullMarked;
