/** What a channel asks the Real-time service beside operations, which are the records of the P-job. */
@NullMarked
package io.counterpart.contract.realtime;

import org.jspecify.annotations.NullMarked;
