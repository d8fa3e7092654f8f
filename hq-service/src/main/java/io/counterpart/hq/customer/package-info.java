/** Customers for users and API clients: search, view, edit, block. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "distribution",
            "master",
            "page",
            "problem",
            "savedview",
            "synchronization",
            "topics"
        })
@NullMarked
package io.counterpart.hq.customer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
