package io.counterpart.faults.system;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.counterpart.stack.StackOptions;
import io.counterpart.stack.kafka.BrokerListener;
import io.counterpart.stack.network.TcpProxy;
import io.counterpart.stack.process.PortLayout;
import io.counterpart.stack.process.StackPort;

/** A proxy on every connection of a service: to its database, to the broker, and from channels to HQ. */
final class NetworkProxies {

    private final PortLayout ports;
    private final Map<String, TcpProxy> proxies = new LinkedHashMap<>();
    private final List<BrokerListener> listeners = new ArrayList<>();

    private NetworkProxies(PortLayout ports) {
        this.ports = ports;
    }

    /** The options of a stack whose services connect through the proxies. */
    static ProxiedService around(StackOptions options, List<String> processes) {
        var wires = new NetworkProxies(options.ports());
        StackOptions wired = options;
        for (String process : processes) {
            wired = wires.wire(wired, process);
        }
        return new ProxiedService(wired.withBrokerListeners(wires.listeners), wires);
    }

    Map<String, TcpProxy> proxies() {
        return proxies;
    }

    void revertAll() {
        proxies.values().forEach(TcpProxy::restore);
    }

    void close() throws IOException {
        for (TcpProxy proxy : proxies.values()) {
            proxy.close();
        }
    }

    private StackOptions wire(StackOptions options, String process) {
        boolean hq = process.startsWith("hq");
        String database = hq ? "hq" : "channel_" + process.replace("-2", "");
        TcpProxy postgres = proxy(process + "-postgres", ports.of(StackPort.POSTGRES));
        TcpProxy kafka = listener(process);
        StackOptions wired = options.withProperty(
                        process,
                        "spring.datasource.url",
                        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postgres.port(), database))
                .withProperty(process, "spring.kafka.bootstrap-servers", "127.0.0.1:" + kafka.port());
        if (hq) {
            return wired;
        }
        TcpProxy realTime = proxy(process + "-hq", ports.of(StackPort.HQ), ports.of(StackPort.HQ_2));
        return wired.withProperty(process, "counterpart.hq-url", "http://127.0.0.1:" + realTime.port());
    }

    // The broker tells clients where to reconnect: each proxy needs a separate listener that advertises the proxy.
    private TcpProxy listener(String process) {
        int port = PortLayout.freePort();
        TcpProxy kafka = proxy(process + "-kafka", port);
        listeners.add(new BrokerListener(process.toUpperCase(Locale.ROOT).replace('-', '_'), port, kafka.port()));
        return kafka;
    }

    private TcpProxy proxy(String name, int... targets) {
        TcpProxy proxy = TcpProxy.to(name, targets);
        proxies.put(name, proxy);
        return proxy;
    }

    /** The stack options and the proxies. */
    record ProxiedService(StackOptions options, NetworkProxies wires) {}
}
