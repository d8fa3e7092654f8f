package io.counterpart.hq.messaging;

/**
 * A setting of a topic that differs from the expected one.
 *
 * @param command corrects it, together with {@code --bootstrap-server}
 */
public record TopicDifference(String topic, String setting, String found, String wanted, String command) {

    static TopicDifference config(String topic, String setting, String found, String wanted) {
        return new TopicDifference(
                topic,
                setting,
                found,
                wanted,
                "kafka-configs.sh --alter --entity-type topics --entity-name %s --add-config %s=%s"
                        .formatted(topic, setting, wanted));
    }

    static TopicDifference partitions(String topic, int found, int wanted) {
        return new TopicDifference(
                topic,
                "partitions",
                Integer.toString(found),
                Integer.toString(wanted),
                "kafka-topics.sh --alter --topic %s --partitions %d".formatted(topic, wanted));
    }

    public String text() {
        return "Topic %s has %s=%s, HQ expects %s".formatted(topic, setting, found, wanted);
    }
}
