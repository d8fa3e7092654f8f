/** Tests of the files of the till application that need no browser. */
@NullMarked
package io.counterpart.till;

import org.jspecify.annotations.NullMarked;
