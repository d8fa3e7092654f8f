/** The common part of HTML pages: menu, formats, forms and the error page. */
@ApplicationModule(allowedDependencies = {"language", "security"})
@NullMarked
package io.counterpart.hq.page;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
