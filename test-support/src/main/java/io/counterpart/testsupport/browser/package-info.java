/** The browser of tests that look at pages. */
@NullMarked
package io.counterpart.testsupport.browser;

import org.jspecify.annotations.NullMarked;
