/** Number sequences of customers, orders and loyalty cards; a number is never assigned twice. */
@ApplicationModule(allowedDependencies = {"audit", "page", "problem"})
@NullMarked
package io.counterpart.hq.numbering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
