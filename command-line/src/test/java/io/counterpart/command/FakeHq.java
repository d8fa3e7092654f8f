package io.counterpart.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

import com.sun.net.httpserver.HttpServer;

/** An HTTP server with fixed answers by method and path, for what the real HQ answers rarely. */
final class FakeHq implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Deque<Answer>> answers = new ConcurrentHashMap<>();
    private final Map<String, byte[]> bodies = new ConcurrentHashMap<>();
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    FakeHq() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(request);
            bodies.put(request, exchange.getRequestBody().readAllBytes());
            Answer answer = next(request);
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            if (answer.broken()) {
                exchange.sendResponseHeaders(answer.status(), 0);
                exchange.getResponseBody().write(body);
                exchange.getResponseBody().flush();
                // The connection is closed without the last chunk.
                throw new IOException("Broken off");
            }
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    /** Several answers to the same request are given one after the other; the last one remains. */
    FakeHq answer(String request, int status, String body) {
        return add(request, new Answer(status, body.replace('\'', '"'), false));
    }

    /** An answer whose connection is closed before its end. */
    FakeHq breakOff(String request, String body) {
        return add(request, new Answer(200, body, true));
    }

    /** Instead of the answers so far. */
    FakeHq replace(String request, String body) {
        answers.remove(request);
        return answer(request, 200, body);
    }

    private FakeHq add(String request, Answer answer) {
        answers.computeIfAbsent(request, it -> new ConcurrentLinkedDeque<>()).add(answer);
        return this;
    }

    private Answer next(String request) {
        Deque<Answer> known = answers.get(request);
        if (known == null) {
            return new Answer(404, "{\"detail\": \"There is no " + request + "\"}", false);
        }
        return known.size() > 1 ? known.remove() : known.element();
    }

    String body(String request) {
        return new String(bodies.getOrDefault(request, new byte[0]), StandardCharsets.UTF_8);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Answer(int status, String body, boolean broken) {}
}
