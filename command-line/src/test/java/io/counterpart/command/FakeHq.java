package io.counterpart.command;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.sun.net.httpserver.HttpServer;

/** An HTTP server with fixed answers by method and path, for what the real HQ answers rarely. */
final class FakeHq implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, Answer> answers = new TreeMap<>();
    final List<String> requests = Collections.synchronizedList(new ArrayList<>());

    FakeHq() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
            requests.add(request);
            Answer answer =
                    answers.getOrDefault(request, new Answer(404, "{\"detail\": \"There is no " + request + "\"}"));
            byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    FakeHq answer(String request, int status, String body) {
        answers.put(request, new Answer(status, body.replace('\'', '"')));
        return this;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private record Answer(int status, String body) {}
}
