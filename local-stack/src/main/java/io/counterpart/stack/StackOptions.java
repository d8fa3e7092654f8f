package io.counterpart.stack;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.counterpart.stack.kafka.BrokerListener;
import io.counterpart.stack.process.PortLayout;

/**
 * The options of a stack: what to start, and where.
 *
 * @param data the directory of databases, topics and logs, which are preserved
 * @param fresh deletes the contents of the data directory before the start
 * @param tuning by process: {@code hq} or the channel database, with {@code -2} for a second instance
 */
public record StackOptions(
        Path data, boolean fresh, PortLayout ports, StackLayout layout, Map<String, ServiceTuning> tuning) {

    /** Both channels on the default ports, with the data directory of the clone. */
    public static StackOptions usual() {
        return new StackOptions(
                ProjectRoot.find().resolve(".local-stack"), false, PortLayout.usual(), StackLayout.USUAL, Map.of());
    }

    /** Options for a test or a measurement: on ports that are currently free, with the given data directory. */
    public static StackOptions onFreePorts(Path data) {
        return usual().withData(data).withPorts(PortLayout.free());
    }

    StackOptions withData(Path directory) {
        return new StackOptions(directory.toAbsolutePath(), fresh, ports, layout, tuning);
    }

    public StackOptions withFresh(boolean yes) {
        return new StackOptions(data, yes, ports, layout, tuning);
    }

    public StackOptions withPorts(PortLayout these) {
        return new StackOptions(data, fresh, these, layout, tuning);
    }

    public StackOptions withChannelDatabases(String... these) {
        return withLayout(layout.withChannelDatabases(List.of(these)));
    }

    /** Adds a second process of {@code hq} or of a channel database, on the same database. */
    public StackOptions withSecondInstanceOf(String... services) {
        return withLayout(layout.withTwice(List.of(services)));
    }

    /** Adds listeners to the broker, each of which tells its clients to reconnect through its advertised port. */
    public StackOptions withBrokerListeners(List<BrokerListener> listeners) {
        return withLayout(layout.withBrokerListeners(listeners));
    }

    /** Lets {@code online} serve a storefront, and adds an identity provider. */
    public StackOptions withStorefront() {
        return withLayout(layout.withStorefront());
    }

    List<String> channelDatabases() {
        return layout.channelDatabases();
    }

    private StackOptions withLayout(StackLayout changed) {
        return new StackOptions(data, fresh, ports, changed, tuning);
    }

    StackOptions withJvmArguments(String service, String... arguments) {
        return tuned(service, before -> before.plusJvm(List.of(arguments)));
    }

    public StackOptions withProperty(String service, String name, String value) {
        return tuned(service, before -> before.plusProperty(name, value));
    }

    ServiceTuning tuningOf(String service) {
        return tuning.getOrDefault(service, ServiceTuning.NONE);
    }

    private StackOptions tuned(String service, UnaryOperator<ServiceTuning> change) {
        var changed = new LinkedHashMap<>(tuning);
        changed.put(service, change.apply(tuningOf(service)));
        return new StackOptions(data, fresh, ports, layout, changed);
    }
}
