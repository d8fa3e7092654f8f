package io.counterpart.stack;

import java.nio.file.Path;
import java.util.List;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.DemoTokens;
import io.counterpart.stack.client.HqClient;
import io.counterpart.stack.process.ManagedProcess;
import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.StackException;

/**
 * A running system: PostgreSQL, Kafka, HQ and the channel services, each a process that can be stopped and started
 * separately.
 */
public final class LocalStack implements AutoCloseable {

    private final StackOptions options;
    private final StackProcesses processes;
    private final StackAddresses addresses;
    private final Runnable release;

    LocalStack(StackOptions options, StackProcesses processes, Runnable release) {
        this.options = options;
        this.processes = processes;
        this.addresses = new StackAddresses(options.ports());
        this.release = release;
    }

    /** Starts the system, runs the guided tour and waits until it is interrupted. */
    public static void main(String[] arguments) {
        System.exit(StackCommand.commandLine().execute(arguments));
    }

    /** Returns when every part is ready and the channels run their configuration. */
    public static LocalStack start(StackOptions options) {
        return start(options, StartListener.SILENT);
    }

    static LocalStack start(StackOptions options, StartListener listener) {
        return StackStarter.of(options, listener).run();
    }

    public StackAddresses addresses() {
        return addresses;
    }

    public PortLayout ports() {
        return options.ports();
    }

    public Path data() {
        return options.data();
    }

    public List<String> channelDatabases() {
        return options.channelDatabases();
    }

    /** A POS terminal of the store HARBOR. */
    public ChannelClient harbor() {
        return new ChannelClient(addresses.channel("harbor"), DemoTokens.POS_HARBOR);
    }

    /** A POS terminal of the store STATION, which shares HARBOR's channel database. */
    public ChannelClient station() {
        return new ChannelClient(addresses.channel("harbor"), DemoTokens.POS_STATION);
    }

    /** The web shop. */
    public ChannelClient online() {
        return new ChannelClient(addresses.channel("online"), DemoTokens.STOREFRONT_ONLINE);
    }

    public HqClient hq() {
        return new HqClient(addresses.hq(), DemoTokens.HQ_ADMIN);
    }

    /** The JDBC URL of {@code hq}, {@code channel_harbor} or {@code channel_online}. */
    public String jdbcUrl(String database) {
        return addresses.database(database);
    }

    public List<ProcessView> processes() {
        return processes.views();
    }

    /** Starts a stopped process and waits until it is ready. The JVM arguments apply to this start only. */
    public void start(String name, String... jvmArguments) {
        process(name).start(List.of(jvmArguments));
    }

    /** Whether the process is running, ready or not. */
    public boolean isAlive(String name) {
        return process(name).pid().isPresent();
    }

    /** Stops a process gracefully and waits until it has ended. */
    public void stop(String name) {
        process(name).stop();
    }

    /** Kills a process without a graceful shutdown. */
    public void kill(String name) {
        process(name).kill();
    }

    private ManagedProcess process(String name) {
        return processes
                .find(name)
                .orElseThrow(() -> new StackException(
                        "Unknown process %s. Use one of %s.".formatted(name, String.join(", ", processes.names()))));
    }

    /** Stops all processes in order; the data is preserved. */
    @Override
    public synchronized void close() {
        processes.close();
        release.run();
    }
}
