/** Operations for operators: list, detail, causes of failures, edit, retry, merge, skip. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "customer",
            "duplicate",
            "duplicatepair",
            "master",
            "numbering",
            "page",
            "problem",
            "savedview",
            "staging",
            "synchronization",
            "messaging"
        })
@NullMarked
package io.counterpart.hq.operation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
