/** From a table to Kafka: what a transaction appended is published once it committed, in order, by one owner at a time. */
@NullMarked
package io.counterpart.messaging.log;

import org.jspecify.annotations.NullMarked;
