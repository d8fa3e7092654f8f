package io.counterpart.messaging.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Forwards traffic between a client and a database until it is frozen: then connections stay open, but no data passes.
 */
final class FreezingProxy implements AutoCloseable {

    private final ServerSocket server;
    private final String host;
    private final int port;
    private boolean frozen;

    FreezingProxy(String host, int port) throws IOException {
        this.host = host;
        this.port = port;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return server.getLocalPort();
    }

    synchronized void freeze() {
        frozen = true;
    }

    synchronized void thaw() {
        frozen = false;
        notifyAll();
    }

    private synchronized void awaitThaw() throws InterruptedException {
        while (frozen) {
            wait();
        }
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = server.accept();
            Socket database = new Socket(host, port);
            start(() -> pass(client, database));
            start(() -> pass(database, client));
        }
    }

    private void pass(Socket from, Socket to) throws IOException, InterruptedException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                awaitThaw();
                out.write(buffer, 0, read);
            }
        }
    }

    private static void start(Passing work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (Exception e) {
                // One side closed the connection.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        thaw();
        server.close();
    }

    @FunctionalInterface
    private interface Passing {
        void run() throws Exception;
    }
}
