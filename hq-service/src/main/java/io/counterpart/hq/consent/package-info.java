/** The history of the consents of customers to marketing. */
@ApplicationModule
@NullMarked
package io.counterpart.hq.consent;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
