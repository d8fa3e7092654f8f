/**
 * The system under test: two instances of services, a proxy on every connection, and all faults that can be injected.
 */
@NullMarked
package io.counterpart.faults.system;

import org.jspecify.annotations.NullMarked;
