/** The first page: the pipeline with live numbers, creations per hour, and warnings with what mends them. */
@NullMarked
package io.counterpart.hq.console.home;

import org.jspecify.annotations.NullMarked;
