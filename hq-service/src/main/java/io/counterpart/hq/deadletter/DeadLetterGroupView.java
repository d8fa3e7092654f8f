package io.counterpart.hq.deadletter;

import java.time.Instant;
import java.util.List;

import io.counterpart.hq.page.PageTexts;

/**
 * A group of dead letters as JSON.
 *
 * @param description the cause in words
 * @param suggestedFix what helps
 * @param letters how many are listed
 * @param open how many of them are open
 * @param upTo identifies the open ones in a request to retry or discard them
 * @param retryable whether channels wrote the topic; HQ publishes other records itself
 * @param channelDatabases at most 20
 * @param channels at most 20
 */
record DeadLetterGroupView(
        DeadLetterCause cause,
        String topic,
        String description,
        String suggestedFix,
        long letters,
        long open,
        Instant oldest,
        Instant newest,
        long upTo,
        boolean retryable,
        List<String> channelDatabases,
        List<String> channels) {

    static DeadLetterGroupView of(DeadLetterGroup group, PageTexts texts) {
        return new DeadLetterGroupView(
                group.cause(),
                group.topic(),
                texts.text(group.cause().text()),
                texts.text(group.cause().fix()),
                group.letters(),
                group.open(),
                group.oldest(),
                group.newest(),
                group.upTo(),
                group.isRetryable(),
                group.channelDatabases(),
                group.channels());
    }
}
