package io.counterpart.stack.kafka;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.StackPort;

/**
 * The {@code server.properties} of the only node. Small buffers and few internal partitions suit a single node on a
 * laptop.
 */
final class BrokerSettings {

    private static final String TEXT = """
            process.roles=broker,controller
            node.id=1
            controller.quorum.voters=1@127.0.0.1:%2$d
            controller.listener.names=CONTROLLER
            inter.broker.listener.name=PLAINTEXT
            listeners=PLAINTEXT://127.0.0.1:%1$d,CONTROLLER://127.0.0.1:%2$d%4$s
            advertised.listeners=PLAINTEXT://127.0.0.1:%1$d%5$s
            listener.security.protocol.map=PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT%6$s
            log.dirs=%3$s
            auto.create.topics.enable=false
            num.io.threads=4
            num.network.threads=2
            log.cleaner.dedupe.buffer.size=16777216
            group.initial.rebalance.delay.ms=0
            offsets.topic.replication.factor=1
            offsets.topic.num.partitions=4
            transaction.state.log.replication.factor=1
            transaction.state.log.min.isr=1
            transaction.state.log.num.partitions=4
            share.coordinator.state.topic.replication.factor=1
            share.coordinator.state.topic.min.isr=1
            share.coordinator.state.topic.num.partitions=1
            # How long a restart after a kill waits for the session of the one before.
            broker.session.timeout.ms=4000
            broker.heartbeat.interval.ms=1000
            """;

    private BrokerSettings() {}

    static String text(Path data, PortLayout ports, List<BrokerListener> listeners, Map<String, String> further) {
        // A backslash is an escape character in a properties file.
        String directory = data.toAbsolutePath().toString().replace('\\', '/');
        String usual = TEXT.formatted(
                ports.of(StackPort.KAFKA),
                ports.of(StackPort.KAFKA_CONTROLLER),
                directory,
                each(listeners, BrokerListener::listener),
                each(listeners, BrokerListener::advertised),
                each(listeners, BrokerListener::protocol));
        // The last of two lines with the same name counts.
        return further.entrySet().stream()
                .map(setting -> "%s=%s%n".formatted(setting.getKey(), setting.getValue()))
                .collect(Collectors.joining("", usual, ""));
    }

    private static String each(List<BrokerListener> listeners, Function<BrokerListener, String> part) {
        return listeners.stream().map(part).map(text -> "," + text).collect(Collectors.joining());
    }
}
