/** Channel to HQ: the operations on customers, one record per operation (topic cdx.p-0001). */
@NullMarked
package io.counterpart.contract.operation;

import org.jspecify.annotations.NullMarked;
