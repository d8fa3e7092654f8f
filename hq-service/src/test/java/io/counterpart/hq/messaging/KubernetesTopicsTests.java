package io.counterpart.hq.messaging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

import static org.assertj.core.api.Assertions.assertThat;

/** The topics that Strimzi creates are those that HQ would create. */
class KubernetesTopicsTests {

    private static final Path TOPICS = Path.of("../kubernetes/base/kafka/topics.yaml");
    private static final TopicsProperties THREE_REPLICAS = new TopicsProperties(
            6, (short) 3, Duration.ofSeconds(2), Duration.ofDays(30), Duration.ofDays(7), Duration.ofSeconds(30));

    @Test
    void haveThePartitionsReplicasAndSettingsThatHqExpects() throws IOException {
        var wanted = new TreeMap<String, String>();
        for (NewTopic topic : KafkaConfiguration.wanted(THREE_REPLICAS)) {
            wanted.put(
                    topic.name(),
                    text(topic.numPartitions(), topic.replicationFactor(), new TreeMap<>(topic.configs())));
        }

        assertThat(written()).hasSizeGreaterThan(10).isEqualTo(wanted);
    }

    private static Map<String, String> written() throws IOException {
        var written = new TreeMap<String, String>();
        for (Object topic : new Yaml().loadAll(Files.readString(TOPICS))) {
            Object spec = value(topic, "spec");
            var settings = new TreeMap<String, String>();
            ((Map<?, ?>) value(spec, "config")).forEach((name, value) -> settings.put("" + name, "" + value));
            written.put(
                    value(value(topic, "metadata"), "name").toString(),
                    text(value(spec, "partitions"), value(spec, "replicas"), settings));
        }
        return written;
    }

    private static Object value(Object node, String key) {
        return Objects.requireNonNull(((Map<?, ?>) node).get(key), key);
    }

    private static String text(Object partitions, Object replicas, Map<String, String> settings) {
        return "%s partitions, %s replicas, %s".formatted(partitions, replicas, settings);
    }
}
