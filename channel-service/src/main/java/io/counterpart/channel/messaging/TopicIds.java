package io.counterpart.channel.messaging;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Kafka's IDs of the current topics; a topic that is deleted and created again has another one. */
@Component
class TopicIds {

    private static final Logger log = LoggerFactory.getLogger(TopicIds.class);

    private final KafkaAdmin kafka;

    TopicIds(KafkaAdmin kafka) {
        this.kafka = kafka;
    }

    /** The ID by name, or nothing while Kafka does not say. */
    Map<String, String> of(Set<String> topics) {
        try {
            return kafka.describeTopics(topics.toArray(String[]::new)).entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey, it -> it.getValue().topicId().toString()));
        } catch (KafkaException e) {
            log.warn("Kafka does not describe {}: {}", topics, e.getMessage());
            return Map.of();
        }
    }
}
