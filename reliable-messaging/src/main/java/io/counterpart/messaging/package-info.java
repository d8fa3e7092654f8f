/** Types shared by the packages of this module. */
@NullMarked
package io.counterpart.messaging;

import org.jspecify.annotations.NullMarked;
