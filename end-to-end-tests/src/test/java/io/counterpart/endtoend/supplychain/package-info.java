/** What the program consists of, and what builds it. */
@NullMarked
package io.counterpart.endtoend.supplychain;

import org.jspecify.annotations.NullMarked;
