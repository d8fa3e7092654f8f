/** Shared OpenAPI customizations of both services: nullable fields, operations, problem responses. */
@NullMarked
package io.counterpart.support.openapi;

import org.jspecify.annotations.NullMarked;
