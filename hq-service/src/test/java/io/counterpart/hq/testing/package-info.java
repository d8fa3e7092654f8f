/** What the tests of HQ share. */
@NullMarked
package io.counterpart.hq.testing;

import org.jspecify.annotations.NullMarked;
