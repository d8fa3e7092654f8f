package io.counterpart.benchmarks.tool;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

import static org.assertj.core.api.Assertions.assertThat;

class LoadLoopTests {

    private final List<String> received = new CopyOnWriteArrayList<>();
    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] body = exchange.getRequestBody().readAllBytes();
            received.add("%s %s %s %s"
                    .formatted(
                            exchange.getRequestMethod(),
                            exchange.getRequestURI(),
                            exchange.getRequestHeaders().getFirst("Authorization"),
                            new String(body, StandardCharsets.UTF_8)));
            if (exchange.getRequestURI().getPath().equals("/last")) {
                exchange.getResponseHeaders().set("Connection", "close");
            }
            boolean chunked = exchange.getRequestURI().getPath().equals("/chunked");
            byte[] answer = "x".repeat(70_000).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(201, chunked ? 0 : answer.length);
            try (var out = exchange.getResponseBody()) {
                out.write(answer);
            }
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
    }

    @Test
    void sendsOneRequestAfterTheOtherOverOneConnection() throws IOException {
        try (var client = RawHttpClient.withToken(address(), "token")) {
            assertThat(client.send("POST", "/a", "Zoë".getBytes(StandardCharsets.UTF_8)))
                    .isEqualTo(201);
            assertThat(client.send("GET", "/chunked", new byte[0])).isEqualTo(201);
            assertThat(client.send("GET", "/b", new byte[0])).isEqualTo(201);
        }
        assertThat(received)
                .containsExactly("POST /a Bearer token Zoë", "GET /chunked Bearer token ", "GET /b Bearer token ");
    }

    @Test
    void connectsAnewWhenTheServiceEndsTheConnection() throws IOException {
        try (var client = RawHttpClient.withToken(address(), "token")) {
            assertThat(client.send("GET", "/last", new byte[0])).isEqualTo(201);
            assertThat(client.send("GET", "/b", new byte[0])).isEqualTo(201);
        }
    }

    @Test
    void repeatsAsFastAsTheClientsAreDone() throws InterruptedException {
        var loop = new ClosedLoop(2, Duration.ofMillis(100));

        var throughput = loop.run(() -> new PausingClient(2));

        assertThat(throughput.perSecond()).isBetween(10.0, 1_000.0);
        assertThat(throughput.p50()).isGreaterThanOrEqualTo(2);
    }

    @Test
    void countsFromWhenARequestWasDue() throws InterruptedException {
        // Two requests arrive for each that can be served: the queue grows, and the waiting time of later requests with
        // it.
        var loop = new OpenLoop(200, Duration.ofMillis(200), 1);

        Map<String, Double> millis = loop.run(() -> new PausingScheduledClient(new PausingClient(10)), 99);

        assertThat(millis).containsOnlyKeys("", "pause");
        assertThat(millis.get("")).isGreaterThan(100);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void readsWhatAProcessUsed() {
        long self = ProcessHandle.current().pid();

        assertThat(ProcessUsage.cpuSeconds(self)).isPositive();
        assertThat(ProcessUsage.residentMegabytes(self)).isGreaterThan(20);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** A client that pauses in each iteration. */
    private record PausingClient(long millis) implements ClosedLoop.Client {

        @Override
        public void run(long number) throws InterruptedException {
            Thread.sleep(millis);
        }

        @Override
        public void close() {}
    }

    /** The same, as a request of a kind. */
    private record PausingScheduledClient(PausingClient pause) implements OpenLoop.Client {

        @Override
        public String run(long number) throws InterruptedException {
            pause.run(number);
            return "pause";
        }

        @Override
        public void close() {}
    }
}
