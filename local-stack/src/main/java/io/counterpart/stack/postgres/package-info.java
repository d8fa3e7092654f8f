/** A real PostgreSQL server from the binaries that Maven Central has. */
@NullMarked
package io.counterpart.stack.postgres;

import org.jspecify.annotations.NullMarked;
