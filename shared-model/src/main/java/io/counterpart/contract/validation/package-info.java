/** The formats of values that people enter, the same in the channels and at HQ. */
@NullMarked
package io.counterpart.contract.validation;

import org.jspecify.annotations.NullMarked;
