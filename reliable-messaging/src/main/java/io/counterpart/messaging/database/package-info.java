/** Fast detection of an unresponsive database for requests, independent of long background statements. */
@NullMarked
package io.counterpart.messaging.database;

import org.jspecify.annotations.NullMarked;
