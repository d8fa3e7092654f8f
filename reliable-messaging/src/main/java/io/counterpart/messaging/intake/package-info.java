/** From Kafka to a handler: a batch at a time, with the unreadable records set aside and the unbearable ones found. */
@NullMarked
package io.counterpart.messaging.intake;

import org.jspecify.annotations.NullMarked;
