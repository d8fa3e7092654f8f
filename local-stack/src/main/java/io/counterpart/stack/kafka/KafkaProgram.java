package io.counterpart.stack.kafka;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.counterpart.stack.process.JavaCommand;
import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.Program;
import io.counterpart.stack.process.StackPort;

/** A Kafka broker that is its own controller, reachable from this machine only. */
public final class KafkaProgram implements Program {

    private static final List<String> JVM =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-Dlog4j2.configurationFile=kafka-log4j2.xml");

    private final Path directory;
    private final PortLayout ports;
    private final Path module;
    private final List<BrokerListener> listeners;
    private final BrokerSecurity security;

    /**
     * @param directory for the data and the settings of the broker
     * @param module of this build whose runtime class path contains the broker
     */
    public KafkaProgram(Path directory, Path module, PortLayout ports) {
        this(directory, module, ports, List.of(), BrokerSecurity.NONE);
    }

    private KafkaProgram(
            Path directory, Path module, PortLayout ports, List<BrokerListener> listeners, BrokerSecurity security) {
        this.directory = directory;
        this.module = module;
        this.ports = ports;
        this.listeners = listeners;
        this.security = security;
    }

    /** The same broker with additional listeners. */
    public KafkaProgram withListeners(List<BrokerListener> these) {
        return new KafkaProgram(directory, module, ports, these, security);
    }

    /** The same broker for clients that sign in. */
    public KafkaProgram withSecurity(BrokerSecurity that) {
        return new KafkaProgram(directory, module, ports, listeners, that);
    }

    @Override
    public String name() {
        return "kafka";
    }

    @Override
    public String title() {
        return "Kafka";
    }

    @Override
    public List<StackPort> ports() {
        return List.of(StackPort.KAFKA, StackPort.KAFKA_CONTROLLER);
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + ports.of(StackPort.KAFKA);
    }

    @Override
    public List<String> command(List<String> jvmArguments) throws IOException {
        Files.createDirectories(directory);
        Path settings = directory.resolve("server.properties");
        Path data = directory.resolve("data");
        Files.writeString(settings, BrokerSettings.text(data, ports, listeners, security.settings()));
        BrokerStorage.formatOnce(data, settings, security);
        return JavaCommand.of(module, "kafka.Kafka")
                .jvm(Stream.concat(JVM.stream(), jvmArguments.stream()).toList())
                .arguments(List.of(settings.toString()))
                .command(directory.resolve("class-path.txt"));
    }

    @Override
    public boolean isReady() {
        return BrokerProbe.answers(ports.of(StackPort.KAFKA), security.client());
    }
}
