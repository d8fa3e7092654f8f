/** Problem details (RFC 9457) of both services: types, responses, and a page for each type. */
@NullMarked
package io.counterpart.support.problem;

import org.jspecify.annotations.NullMarked;
