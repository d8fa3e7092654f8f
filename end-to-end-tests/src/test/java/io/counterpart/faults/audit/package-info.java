/** Reads databases and topics once the system is quiescent, for the checker. */
@NullMarked
package io.counterpart.faults.audit;

import org.jspecify.annotations.NullMarked;
