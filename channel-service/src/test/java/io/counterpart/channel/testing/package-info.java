/** Shared test support: a running channel service, HQ simulated by the test, an HTTP client, a statement counter. */
@NullMarked
package io.counterpart.channel.testing;

import org.jspecify.annotations.NullMarked;
