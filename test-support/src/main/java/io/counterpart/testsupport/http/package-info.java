/** HTTP requests of tests that look at what ordinary clients hide. */
@NullMarked
package io.counterpart.testsupport.http;

import org.jspecify.annotations.NullMarked;
