package io.counterpart.benchmarks.tool;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** Accepts spans over OTLP and drops them, so that the services have the costs of an export. */
public final class SpanSink implements AutoCloseable {

    private final HttpServer server;
    private final AtomicLong exports = new AtomicLong();

    public SpanSink() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("No place for the spans", e);
        }
        server.createContext("/v1/traces", this::drop);
        server.start();
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces");
    }

    /** How many times spans arrived; each time many. */
    public long exports() {
        return exports.get();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void drop(HttpExchange exchange) throws IOException {
        try (exchange;
                InputStream spans = exchange.getRequestBody()) {
            spans.transferTo(OutputStream.nullOutputStream());
            exports.incrementAndGet();
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            exchange.sendResponseHeaders(200, -1);
        }
    }
}
