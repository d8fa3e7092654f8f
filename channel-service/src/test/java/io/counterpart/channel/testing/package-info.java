/** What tests share: a running channel service, its HQ played by the test, an HTTP client, a count of statements. */
@NullMarked
package io.counterpart.channel.testing;

import org.jspecify.annotations.NullMarked;
