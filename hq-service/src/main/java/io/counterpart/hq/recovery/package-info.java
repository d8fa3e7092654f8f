/** Recovery after HQ's database was set back by a restore: what channels and topics have and HQ lost comes back. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "configuration",
            "distribution",
            "master",
            "numbering",
            "page",
            "problem",
            "session",
            "staging",
            "topics"
        })
@NullMarked
package io.counterpart.hq.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
