/** Generated requests to HQ's APIs and pages. */
@NullMarked
package io.counterpart.hq.requests;

import org.jspecify.annotations.NullMarked;
