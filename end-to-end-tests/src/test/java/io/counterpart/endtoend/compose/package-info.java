/** Checks the compose file against the applications, on machines without a Docker engine. */
@NullMarked
package io.counterpart.endtoend.compose;

import org.jspecify.annotations.NullMarked;
