/** Erasure and export of the personal data of one customer. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "customer",
            "distribution",
            "master",
            "numbering",
            "page",
            "problem",
            "staging",
            "messaging"
        })
@NullMarked
package io.counterpart.hq.privacy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
