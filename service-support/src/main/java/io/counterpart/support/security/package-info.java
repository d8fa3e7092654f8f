/** Callers that are known by a bearer token. */
@NullMarked
package io.counterpart.support.security;

import org.jspecify.annotations.NullMarked;
