/** HQ to channels: the complete state of a customer at HQ (topic cdx.1010), and the public event of a conversion. */
@NullMarked
package io.counterpart.contract.snapshot;

import org.jspecify.annotations.NullMarked;
