/** Bulk operations: many rows in one round trip. */
@NullMarked
package io.counterpart.messaging.bulk;

import org.jspecify.annotations.NullMarked;
