package io.counterpart.hq.deadletter;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.counterpart.hq.page.PageTexts;

/**
 * A dead letter as JSON.
 *
 * @param description the cause in words
 * @param reason the technical reason
 */
record DeadLetterView(
        long id,
        String topic,
        int partition,
        long offset,
        @Nullable String key,
        DeadLetterCause cause,
        String description,
        String reason,
        @Nullable String channelDatabase,
        @Nullable String channel,
        Instant arrivedAt,
        String status,
        @Nullable String resolvedBy,
        @Nullable Instant resolvedAt,
        @Nullable String resolvedBecause) {

    static DeadLetterView of(DeadLetter letter, PageTexts texts) {
        return new DeadLetterView(
                letter.id(),
                letter.topic(),
                letter.partition(),
                letter.position(),
                letter.key(),
                letter.cause(),
                texts.text(letter.cause().text()),
                letter.reason(),
                letter.channelDatabase(),
                letter.channel(),
                letter.arrivedAt(),
                letter.status(),
                letter.settledBy(),
                letter.settledAt(),
                letter.settledBecause());
    }
}
