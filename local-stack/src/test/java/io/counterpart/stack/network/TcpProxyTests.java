package io.counterpart.stack.network;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

class TcpProxyTests {

    private final AtomicInteger served = new AtomicInteger();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private HttpServer server;
    private TcpProxy proxy;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            served.incrementAndGet();
            byte[] answer = "done".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        proxy = TcpProxy.to("test", server.getAddress().getPort());
    }

    @AfterEach
    void end() throws IOException {
        proxy.close();
        server.stop(0);
    }

    @Test
    void forwardsEverythingWithoutFaults() throws Exception {
        assertThat(ask()).isEqualTo("done");
    }

    @Test
    void resetsConnectionsWhileItIsCutAndServesAgainOnceItHeals() throws Exception {
        proxy.cut();
        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
        assertThat(served).hasValue(0);

        proxy.restore();
        assertThat(ask()).isEqualTo("done");
    }

    @Test
    void cutsConnectionsThatWereThereBefore() throws Exception {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThat(socket.getInputStream().read()).isPositive();
            proxy.cut();
            assertThatThrownBy(() -> {
                        socket.getInputStream().readAllBytes();
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void losesAnswersButNotQuestions() {
        proxy.dropResponses();

        assertThatThrownBy(this::ask).isInstanceOf(IOException.class);
        assertThat(served.get()).isPositive();
    }

    @Test
    void keepsWhatIsSentIntoABlackHoleUntilItHeals() throws Exception {
        proxy.blackHole();
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            socket.setSoTimeout(200);
            socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            assertThatThrownBy(() -> socket.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            proxy.restore();
            socket.setSoTimeout(5_000);
            assertThat(socket.getInputStream().read()).isPositive();
        }
    }

    @Test
    void slowsEveryPieceDown() throws Exception {
        proxy.slow(Duration.ofMillis(150));
        long start = System.nanoTime();

        assertThat(ask()).isEqualTo("done");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(290));
    }

    @Test
    void healingFreesThoseThatWaitInTheBlackHole() {
        proxy.blackHole();
        CompletableFuture<String> answer = CompletableFuture.supplyAsync(() -> {
            try {
                return ask();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });

        proxy.restore();
        await().atMost(Duration.ofSeconds(5)).until(answer::isDone);
        assertThat(answer).isCompletedWithValue("done");
    }

    private String ask() throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/".formatted(proxy.port())))
                .timeout(Duration.ofSeconds(10))
                .build();
        return http.send(request, BodyHandlers.ofString()).body();
    }
}
