/** Requests to the Real-time service other than operations; operations use the records of the P-job. */
@NullMarked
package io.counterpart.contract.realtime;

import org.jspecify.annotations.NullMarked;
