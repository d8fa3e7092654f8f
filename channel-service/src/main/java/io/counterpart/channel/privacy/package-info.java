/** Erasure: deletes what this channel database has of a customer that HQ erased, beside the row of the customer. */
@ApplicationModule
@NullMarked
package io.counterpart.channel.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
