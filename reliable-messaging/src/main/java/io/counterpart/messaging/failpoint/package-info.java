/** Named points where a test can make the process die. */
@NullMarked
package io.counterpart.messaging.failpoint;

import org.jspecify.annotations.NullMarked;
