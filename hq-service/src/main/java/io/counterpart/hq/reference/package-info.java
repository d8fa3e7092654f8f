/** Reference data of customers: customer groups, affiliations and attribute definitions. */
@ApplicationModule(allowedDependencies = {"audit", "configuration", "master", "page", "problem", "messaging"})
@NullMarked
package io.counterpart.hq.reference;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
