/** Nothing is lost and nothing happens twice, whatever goes wrong: shown by doing everything wrong, from a seed. */
@NullMarked
package io.counterpart.faults;

import org.jspecify.annotations.NullMarked;
