/** What the two services and everybody beside them say to each other: value types, limits, topic names. */
@NullMarked
package io.counterpart.contract;

import org.jspecify.annotations.NullMarked;
