/** Holds the compose file against the applications, on machines that have no Docker engine to try it. */
@NullMarked
package io.counterpart.endtoend.compose;

import org.jspecify.annotations.NullMarked;
