/**
 * Pending customers: those with an operation that HQ has not acknowledged, found without an index and without full
 * scans.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.channel.pending;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
