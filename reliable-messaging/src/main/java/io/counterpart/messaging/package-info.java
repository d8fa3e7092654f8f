/** What the packages of this module have in common. */
@NullMarked
package io.counterpart.messaging;

import org.jspecify.annotations.NullMarked;
