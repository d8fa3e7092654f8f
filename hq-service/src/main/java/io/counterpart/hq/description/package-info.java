/** The OpenAPI document of HQ: its two APIs, for operators' programs and for channel databases. */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package io.counterpart.hq.description;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
