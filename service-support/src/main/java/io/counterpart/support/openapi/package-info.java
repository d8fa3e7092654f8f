/** Shared OpenAPI customizations of both services: operations, problems, limits, examples, and the page that shows them. */
@NullMarked
package io.counterpart.support.openapi;

import org.jspecify.annotations.NullMarked;
