/** What the clients of a fault test did, and what they were told. */
@NullMarked
package io.counterpart.faults.history;

import org.jspecify.annotations.NullMarked;
