/** The loops that delete old rows batch by batch. */
@NullMarked
package io.counterpart.support.purge;

import org.jspecify.annotations.NullMarked;
