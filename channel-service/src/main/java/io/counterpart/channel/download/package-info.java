/** 1010: stores the customers of HQ without losing edits that were made here since. */
@ApplicationModule(
        allowedDependencies = {
            "accountnumber",
            "configuration",
            "event",
            "localbook",
            "persistence",
            "privacy",
            "recovery",
            "messaging"
        })
@NullMarked
package io.counterpart.channel.download;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
