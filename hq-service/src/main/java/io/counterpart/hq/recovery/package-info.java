/** Recovery after a restore of HQ's database: restores what channels and topics have and HQ has lost. */
@ApplicationModule(
        allowedDependencies = {
            "audit",
            "configuration",
            "distribution",
            "master",
            "numbering",
            "page",
            "privacy",
            "problem",
            "session",
            "messaging"
        })
@NullMarked
package io.counterpart.hq.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
