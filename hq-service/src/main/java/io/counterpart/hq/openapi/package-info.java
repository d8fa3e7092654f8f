/** The OpenAPI document of HQ's two APIs: for API clients and for channel databases. */
@ApplicationModule(allowedDependencies = {"configuration", "master", "numbering", "problem", "statistics"})
@NullMarked
package io.counterpart.hq.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
