package io.counterpart.hq.messaging;

import java.util.Set;

/**
 * Reports that these topics are not the ones that HQ published to, because Kafka or the topic was lost. Published in a
 * transaction.
 */
public record TopicsRecreatedEvent(Set<String> names) {}
