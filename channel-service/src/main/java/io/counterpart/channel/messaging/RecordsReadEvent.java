package io.counterpart.channel.messaging;

import org.jspecify.annotations.Nullable;

/**
 * A listener has processed a batch of records of one topic, or failed to.
 *
 * @param rows the records with a value
 * @param failure the reason; null: the batch is applied
 */
public record RecordsReadEvent(
        String topic, int rows, @Nullable String failure) {}
