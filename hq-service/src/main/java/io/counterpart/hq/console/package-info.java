/** The pages for the people at HQ: frame, menu, words; each sub-package has the pages of one subject. */
@NullMarked
package io.counterpart.hq.console;

import org.jspecify.annotations.NullMarked;
