/** The language of HQ's pages, which each user chooses. API, exports and messages are in English. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.hq.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
