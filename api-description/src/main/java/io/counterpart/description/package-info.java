/** What the OpenAPI documents of both services have in common: which fields may be null, and how problems look. */
@NullMarked
package io.counterpart.description;

import org.jspecify.annotations.NullMarked;
