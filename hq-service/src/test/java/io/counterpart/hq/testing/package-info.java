/** Shared code of HQ's tests. */
@NullMarked
package io.counterpart.hq.testing;

import org.jspecify.annotations.NullMarked;
