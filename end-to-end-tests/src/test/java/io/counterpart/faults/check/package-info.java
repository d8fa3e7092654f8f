/** Compares the responses to clients with the findings after quiescence; each guarantee is a separate rule. */
@NullMarked
package io.counterpart.faults.check;

import org.jspecify.annotations.NullMarked;
