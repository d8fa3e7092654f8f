/** Customers for users and API clients: search, view, edit, block. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "distribution",
            "master",
            "note",
            "page",
            "problem",
            "savedview",
            "synchronization",
            "messaging"
        })
@NullMarked
package io.counterpart.hq.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
