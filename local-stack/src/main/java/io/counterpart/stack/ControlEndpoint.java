package io.counterpart.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.stack.process.ManagedProcess;
import io.counterpart.stack.process.StackException;

/**
 * Shows and controls the processes over HTTP, for callers on this machine only: {@code GET /processes} and
 * {@code POST /processes/{name}/{stop|kill|start}}, which responds once the action is complete.
 */
final class ControlEndpoint implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Set<String> LOCAL_NAMES = Set.of("127.0.0.1", "localhost");

    private final StackProcesses processes;
    private final int port;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "control");
        thread.setDaemon(true);
        return thread;
    });
    private volatile @Nullable HttpServer server;

    ControlEndpoint(StackProcesses processes, int port) {
        this.processes = processes;
        this.port = port;
    }

    void start() {
        try {
            HttpServer made = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
            made.createContext("/", this::handle);
            made.setExecutor(threads);
            made.start();
            server = made;
        } catch (IOException e) {
            throw new StackException(
                    "The control endpoint cannot listen on port %d: %s.".formatted(port, e.getMessage()), e);
        }
    }

    @Override
    public void close() {
        HttpServer running = server;
        if (running != null) {
            running.stop(0);
        }
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ControlResponse reply = reply(exchange);
            byte[] body = JSON.writeValueAsString(reply.body()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders()
                    .set("Content-Type", reply.status() < 400 ? "application/json" : "application/problem+json");
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private ControlResponse reply(HttpExchange exchange) {
        if (!isFromThisMachine(exchange)) {
            return ControlResponse.problem(
                    403, "Forbidden", "The control endpoint accepts local programs only, not web pages.");
        }
        String[] path = exchange.getRequestURI().getPath().split("/", -1);
        boolean get = exchange.getRequestMethod().equals("GET");
        if (get && path.length == 2 && path[1].equals("processes")) {
            return new ControlResponse(200, processes.views());
        }
        boolean post = exchange.getRequestMethod().equals("POST");
        if (post && path.length == 4 && path[1].equals("processes")) {
            return processes
                    .find(path[2])
                    .map(process -> act(process, path[3]))
                    .orElseGet(() -> ControlResponse.problem(
                            404, "Unknown process", "Use one of %s.".formatted(String.join(", ", processes.names()))));
        }
        return ControlResponse.problem(
                404, "Not found", "Use GET /processes or POST /processes/{name}/{stop|kill|start}.");
    }

    // A page in a browser can also send requests here, but it cannot hide its origin.
    private static boolean isFromThisMachine(HttpExchange exchange) {
        String host = exchange.getRequestHeaders().getFirst("Host");
        return host != null
                && LOCAL_NAMES.contains(host.replaceFirst(":\\d+$", ""))
                && !exchange.getRequestHeaders().containsKey("Origin");
    }

    private ControlResponse act(ManagedProcess process, String action) {
        try {
            switch (action) {
                case "start" -> process.start();
                case "stop" -> process.stop();
                case "kill" -> process.kill();
                default -> {
                    return ControlResponse.problem(404, "Unknown action", "Use stop, kill or start.");
                }
            }
            return new ControlResponse(200, processes.view(process));
        } catch (StackException e) {
            return ControlResponse.problem(500, "Internal error", String.valueOf(e.getMessage()));
        }
    }

    private record ControlResponse(int status, Object body) {

        static ControlResponse problem(int status, String title, String detail) {
            return new ControlResponse(
                    status, Map.of("type", "about:blank", "title", title, "status", status, "detail", detail));
        }
    }
}
