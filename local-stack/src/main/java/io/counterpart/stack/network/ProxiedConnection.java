package io.counterpart.stack.network;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.function.Consumer;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A pair of sockets and the data between them. */
final class ProxiedConnection {

    private static final Logger log = LoggerFactory.getLogger(ProxiedConnection.class);
    private static final int PIECE = 16 * 1024;

    private final Socket client;
    private volatile Socket server = new Socket();
    private final ProxyFaultState condition;
    private final Consumer<ProxiedConnection> whenOver;

    ProxiedConnection(Socket client, ProxyFaultState condition, Consumer<ProxiedConnection> whenOver) {
        this.client = client;
        this.condition = condition;
        this.whenOver = whenOver;
    }

    void open(List<InetSocketAddress> targets) {
        try {
            if (condition.pass() == NetworkFault.CUT) {
                reset();
                return;
            }
            connect(targets);
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        } catch (IOException e) {
            reset();
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset();
            return;
        }
        DaemonThread.start("proxy-answers", () -> pump(server, client, true));
        pump(client, server, false);
    }

    private void connect(List<InetSocketAddress> targets) throws IOException {
        IOException failure = new IOException("No target");
        for (InetSocketAddress target : targets) {
            try {
                server.connect(target, 2_000);
                return;
            } catch (IOException e) {
                failure = e;
                server = new Socket();
            }
        }
        throw failure;
    }

    /** Ends both sides with a reset, as a router does that lost its connection state. */
    void reset() {
        end(client);
        end(server);
        whenOver.accept(this);
    }

    private void pump(Socket from, Socket to, boolean answers) {
        var piece = new byte[PIECE];
        try {
            int length = from.getInputStream().read(piece);
            while (length >= 0) {
                NetworkFault weather = condition.pass();
                if (weather == NetworkFault.CUT || (answers && weather == NetworkFault.RESPONSES_LOST)) {
                    reset();
                    return;
                }
                to.getOutputStream().write(piece, 0, length);
                length = from.getInputStream().read(piece);
            }
            to.shutdownOutput();
        } catch (IOException e) {
            reset();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            reset();
        }
        if (answers) {
            whenOver.accept(this);
        }
    }

    private static void end(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            log.trace("The connection is already closed", e);
        }
    }
}
