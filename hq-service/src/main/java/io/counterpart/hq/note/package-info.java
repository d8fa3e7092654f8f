/** The notes on customers that channels wrote. */
@ApplicationModule
@NullMarked
package io.counterpart.hq.note;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
