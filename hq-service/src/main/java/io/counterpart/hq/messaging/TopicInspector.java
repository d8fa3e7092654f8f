package io.counterpart.hq.messaging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

/** Reads the topics from Kafka and compares them with the expected ones. */
@Component
class TopicInspector {

    private static final int PATIENCE_SECONDS = 5;

    private final Map<String, Object> settings;

    TopicInspector(KafkaAdmin admin) {
        this.settings = new HashMap<>(admin.getConfigurationProperties());
        int patience = (int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS);
        settings.put("default.api.timeout.ms", patience);
        settings.put("request.timeout.ms", patience);
    }

    Found inspect(Collection<NewTopic> wanted) throws InterruptedException, ExecutionException, TimeoutException {
        try (Admin kafka = Admin.create(settings)) {
            int brokers = kafka.describeCluster()
                    .nodes()
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                    .size();
            Map<String, TopicDescription> topics = describe(kafka, wanted);
            Map<String, Config> configs = configs(kafka, topics.keySet());
            var ids = new HashMap<String, String>();
            var differences = new ArrayList<TopicDifference>();
            for (NewTopic topic : wanted) {
                TopicDescription description = topics.get(topic.name());
                if (description != null) {
                    ids.put(topic.name(), description.topicId().toString());
                    differences.addAll(compare(topic, description, Objects.requireNonNull(configs.get(topic.name()))));
                }
            }
            return new Found(brokers, ids, List.copyOf(differences));
        }
    }

    private static Map<String, TopicDescription> describe(Admin kafka, Collection<NewTopic> wanted)
            throws InterruptedException, ExecutionException, TimeoutException {
        var found = new HashMap<String, TopicDescription>();
        var asked = kafka.describeTopics(wanted.stream().map(NewTopic::name).toList())
                .topicNameValues();
        for (var each : asked.entrySet()) {
            try {
                found.put(each.getKey(), each.getValue().get(PATIENCE_SECONDS, TimeUnit.SECONDS));
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof UnknownTopicOrPartitionException)) {
                    throw e;
                }
            }
        }
        return found;
    }

    private static Map<String, Config> configs(Admin kafka, Collection<String> topics)
            throws InterruptedException, ExecutionException, TimeoutException {
        var configs = new HashMap<String, Config>();
        kafka.describeConfigs(topics.stream()
                        .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                        .toList())
                .all()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .forEach((resource, config) -> configs.put(resource.name(), config));
        return configs;
    }

    private static List<TopicDifference> compare(NewTopic wanted, TopicDescription found, Config config) {
        var differences = new ArrayList<TopicDifference>();
        int partitions = found.partitions().size();
        if (partitions < wanted.numPartitions()) {
            differences.add(TopicDifference.partitions(wanted.name(), partitions, wanted.numPartitions()));
        }
        Objects.requireNonNullElse(wanted.configs(), Map.<String, String>of()).forEach((name, value) -> {
            ConfigEntry entry = config.get(name);
            String actual = entry == null ? "" : Objects.requireNonNullElse(entry.value(), "");
            if (!actual.equals(value)) {
                differences.add(TopicDifference.config(wanted.name(), name, actual, value));
            }
        });
        return differences;
    }

    /**
     * The topics found in Kafka.
     *
     * @param ids by name; a topic that does not exist is omitted
     */
    record Found(int brokers, Map<String, String> ids, List<TopicDifference> differences) {}
}
