/** HQ to channels: a customer as HQ knows it, whole (topic cdx.1010), and the public news of a conversion. */
@NullMarked
package io.counterpart.contract.snapshot;

import org.jspecify.annotations.NullMarked;
