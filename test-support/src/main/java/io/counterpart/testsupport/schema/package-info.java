/** Checks JSON values against the schemas of an OpenAPI or AsyncAPI document. */
@NullMarked
package io.counterpart.testsupport.schema;

import org.jspecify.annotations.NullMarked;
