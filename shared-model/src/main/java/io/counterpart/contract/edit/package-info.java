/** The effect of an operation on the content of a customer, the same in the channels and at HQ. */
@NullMarked
package io.counterpart.contract.edit;

import org.jspecify.annotations.NullMarked;
