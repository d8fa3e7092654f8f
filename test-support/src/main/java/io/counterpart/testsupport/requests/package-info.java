/** Generated HTTP requests, from valid to hostile, and the rules that every response has to meet. */
@NullMarked
package io.counterpart.testsupport.requests;

import org.jspecify.annotations.NullMarked;
