/** What the OpenAPI documents of both services have in common: nullable fields, operations, problem responses. */
@NullMarked
package io.counterpart.support.openapi;

import org.jspecify.annotations.NullMarked;
