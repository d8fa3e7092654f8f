/** The frame of the pages for people: menu, formats, forms, and the page that says what went wrong. */
@ApplicationModule(allowedDependencies = "security")
@NullMarked
package io.counterpart.hq.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
