/** The contract between the two services and their clients: value types, limits, headers and topic names. */
@NullMarked
package io.counterpart.contract;

import org.jspecify.annotations.NullMarked;
