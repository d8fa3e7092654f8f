/**
 * Tests of HQ's pages in a real browser: repairs, features, jobs, accessibility, and the screenshots of the
 * documentation.
 */
@NullMarked
package io.counterpart.hq.browser;

import org.jspecify.annotations.NullMarked;
