/** A real PostgreSQL server with the binaries from Maven Central. */
@NullMarked
package io.counterpart.stack.postgres;

import org.jspecify.annotations.NullMarked;
