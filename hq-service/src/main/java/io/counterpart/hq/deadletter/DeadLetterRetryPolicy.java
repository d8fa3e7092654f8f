package io.counterpart.hq.deadletter;

import java.util.Set;

import io.counterpart.contract.Topics;

/** Permits to requeue only what channels send to HQ, so that HQ's rights never publish a forged record. */
final class DeadLetterRetryPolicy {

    private static final Set<String> TOPICS = Set.of(Topics.P_0001, Topics.SESSIONS);

    private DeadLetterRetryPolicy() {}

    static boolean permits(String topic) {
        return TOPICS.contains(topic);
    }
}
