/** Operations as operators see them: list, detail, causes of failures, edit, retry, link, ignore. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "customer",
            "duplicate",
            "master",
            "numbering",
            "page",
            "problem",
            "staging",
            "synchronization",
            "topics"
        })
@NullMarked
package io.counterpart.hq.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
