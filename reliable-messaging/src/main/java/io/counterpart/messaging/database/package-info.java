/** How soon requests learn that the database does not answer, whatever long statements of the background may take. */
@NullMarked
package io.counterpart.messaging.database;

import org.jspecify.annotations.NullMarked;
