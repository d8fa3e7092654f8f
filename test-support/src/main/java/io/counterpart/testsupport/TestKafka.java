package io.counterpart.testsupport;

import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.testcontainers.kafka.KafkaContainer;

/**
 * The Kafka broker for the tests of this JVM: the one that {@code COUNTERPART_TEST_KAFKA} names, else a container if
 * Docker responds, else an embedded broker. All tests share it: use unique names for topics and groups where it
 * matters.
 */
public final class TestKafka {

    private static final String IMAGE = "apache/kafka:4.2.1";

    private TestKafka() {}

    /** Host and port of the broker, for {@code spring.kafka.bootstrap-servers}. */
    public static String bootstrapServers() {
        return Holder.SERVERS;
    }

    private static String start() {
        String servers = System.getenv("COUNTERPART_TEST_KAFKA");
        if (servers != null) {
            return servers;
        }
        return DockerAvailability.answers() ? container() : embedded();
    }

    // Not closed here: it runs as long as the JVM, and Testcontainers' own reaper removes it.
    @SuppressWarnings("resource")
    private static String container() {
        var container = new KafkaContainer(IMAGE);
        container.start();
        return container.getBootstrapServers();
    }

    private static String embedded() {
        var broker = new EmbeddedKafkaKraftBroker(1, 1);
        broker.afterPropertiesSet();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::destroy));
        return broker.getBrokersAsString();
    }

    private static final class Holder {
        static final String SERVERS = start();
    }
}
