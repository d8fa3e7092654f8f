/** Consumption from Kafka to a handler, one batch at a time; undecodable and poison records are set aside. */
@NullMarked
package io.counterpart.messaging.intake;

import org.jspecify.annotations.NullMarked;
