/** Authentication of callers by bearer token. */
@NullMarked
package io.counterpart.support.security;

import org.jspecify.annotations.NullMarked;
