/** Channel to HQ: what was done to a customer in a channel, one record per act (topic cdx.p-0001). */
@NullMarked
package io.counterpart.contract.operation;

import org.jspecify.annotations.NullMarked;
