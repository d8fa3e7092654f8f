/** Looks into databases and topics once all is quiet, for the checker. */
@NullMarked
package io.counterpart.faults.audit;

import org.jspecify.annotations.NullMarked;
