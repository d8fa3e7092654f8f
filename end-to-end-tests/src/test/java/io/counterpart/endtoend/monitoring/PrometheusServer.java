package io.counterpart.endtoend.monitoring;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real Prometheus with the configuration of this repository, whose targets are replaced. */
public final class PrometheusServer implements AutoCloseable {

    private static final int START_SECONDS = 20;

    private final Process process;
    private final URI address;

    private PrometheusServer(Process process, URI address) {
        this.process = process;
        this.address = address;
    }

    /** Starts it in an empty directory. Targets are replaced by their text in the configuration. */
    public static PrometheusServer start(Path directory, Map<String, String> targets) throws IOException {
        Files.createDirectories(directory);
        String configuration = Files.readString(MonitoringFiles.PROMETHEUS.resolve("prometheus.yml"));
        for (Map.Entry<String, String> target : targets.entrySet()) {
            configuration = configuration.replace(target.getKey(), target.getValue());
        }
        Path file = Files.writeString(directory.resolve("prometheus.yml"), configuration);
        for (String rules : MonitoringFiles.ruleFiles()) {
            Files.copy(
                    MonitoringFiles.PROMETHEUS.resolve(rules),
                    directory.resolve(rules),
                    StandardCopyOption.REPLACE_EXISTING);
        }
        String listen = "127.0.0.1:" + freePort();
        Process process = new ProcessBuilder(List.of(
                        "prometheus",
                        "--config.file=" + file,
                        "--storage.tsdb.path=" + directory.resolve("data"),
                        "--web.listen-address=" + listen))
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("prometheus.log").toFile())
                .start();
        var server = new PrometheusServer(process, URI.create("http://" + listen));
        Awaitility.await()
                .atMost(START_SECONDS, TimeUnit.SECONDS)
                .ignoreExceptions()
                .until(() ->
                        server.get("/api/v1/alerts").path("status").asString().equals("success"));
        return server;
    }

    /** Whether the alert fires, or will when its condition has held for long enough. */
    public boolean hasAlert(String name, boolean pendingToo) throws IOException {
        return get("/api/v1/alerts")
                .path("data")
                .path("alerts")
                .valueStream()
                .filter(it -> it.path("labels").path("alertname").asString().equals(name))
                .map(it -> it.path("state").asString())
                .anyMatch(state -> state.equals("firing") || (pendingToo && state.equals("pending")));
    }

    /** The series that a query returns at the moment. */
    public JsonNode query(String expression) throws IOException {
        JsonNode result = get("/api/v1/query?query=" + URLEncoder.encode(expression, StandardCharsets.UTF_8));
        return result.path("data").path("result");
    }

    private JsonNode get(String path) throws IOException {
        try {
            String body = HttpClient.newHttpClient()
                    .send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString())
                    .body();
            return JsonMapper.shared().readTree(body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }
}
