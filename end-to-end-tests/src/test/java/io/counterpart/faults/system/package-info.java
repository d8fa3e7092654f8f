/** The system under fault: two of each service, a proxy on every connection, and what can be done to all of it. */
@NullMarked
package io.counterpart.faults.system;

import org.jspecify.annotations.NullMarked;
