package io.counterpart.hq.deadletter;

import java.time.Instant;
import java.util.List;

/**
 * The dead letters with one cause in one topic.
 *
 * @param letters how many are listed
 * @param open how many of them are open
 * @param upTo the highest ID of the open ones; 0: none is open
 * @param channelDatabases the first of those that the records name
 * @param channels the first of those that the records name
 */
record DeadLetterGroup(
        DeadLetterCause cause,
        String topic,
        long letters,
        long open,
        Instant oldest,
        Instant newest,
        long upTo,
        List<String> channelDatabases,
        List<String> channels) {

    /** How many names are listed. */
    static final int MOST_NAMES = 20;

    public boolean isRetryable() {
        return DeadLetterRetryPolicy.permits(topic);
    }
}
