package io.counterpart.stack.network;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A proxy between two programs on this machine that injects network faults into their connections. */
public final class TcpProxy implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TcpProxy.class);

    private final String name;
    private final ServerSocket listener;
    private final List<InetSocketAddress> targets;
    private final ProxyFaultState condition = new ProxyFaultState();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();

    private TcpProxy(String name, ServerSocket listener, int... targetPorts) {
        this.name = name;
        this.listener = listener;
        this.targets = IntStream.of(targetPorts)
                .mapToObj(port -> new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .toList();
    }

    /** Listens on any free port; connects to the first target that listens, as a load balancer does. */
    public static TcpProxy to(String name, int... targetPorts) {
        try {
            var proxy = new TcpProxy(name, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()), targetPorts);
            DaemonThread.start("proxy-" + name, proxy::accept);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException("No proxy " + name, e);
        }
    }

    public int port() {
        return listener.getLocalPort();
    }

    public String name() {
        return name;
    }

    public void restore() {
        condition.set(NetworkFault.FAIR);
    }

    public void cut() {
        condition.set(NetworkFault.CUT);
        connections.forEach(ProxiedConnection::reset);
    }

    public void blackHole() {
        condition.set(NetworkFault.BLACK_HOLE);
    }

    public void slow(Duration delay) {
        condition.slow(delay);
    }

    public void dropResponses() {
        condition.set(NetworkFault.RESPONSES_LOST);
    }

    @Override
    public void close() throws IOException {
        listener.close();
        connections.forEach(ProxiedConnection::reset);
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                serve(listener.accept());
            } catch (IOException e) {
                log.debug("{} could not accept a connection: {}", name, e.getMessage());
            }
        }
    }

    private void serve(Socket client) {
        var connection = new ProxiedConnection(client, condition, connections::remove);
        connections.add(connection);
        DaemonThread.start("proxy-" + name, () -> connection.open(targets));
    }
}
