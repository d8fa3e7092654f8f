package io.counterpart.channel.web;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ChannelServiceContext;

import static org.assertj.core.api.Assertions.assertThat;

/** Requests without a token whose body arrives slowly, or never. */
class SlowBodyIT extends ChannelServiceContext {

    private static final int STRANGERS = 170;

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE"})
    void answersBeforeTheFormOfAStrangerHasArrived(String method) throws IOException {
        try (Socket stranger = request(method, "application/x-www-form-urlencoded", 3_000_000)) {
            stranger.getOutputStream().write("a=".getBytes(StandardCharsets.US_ASCII));
            long start = System.nanoTime();

            assertThat(answer(stranger)).startsWith("HTTP/1.1 401 ");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100_000, 400_000, 6_000_000})
    void answersACallerThatSendsItsWholeBodyBeforeItReads(int length) throws IOException {
        try (Socket stranger = request("POST", "application/json", length)) {
            stranger.getOutputStream().write(new byte[length]);

            assertThat(answer(stranger)).startsWith("HTTP/1.1 401 ");
        }
    }

    @Test
    void closesTheConnectionOfAStrangerWhoseBodyTricklesIn() throws IOException, InterruptedException {
        try (Socket stranger = request("POST", "application/json", 20_000)) {
            long start = System.nanoTime();
            for (int i = 0; i < 15 && stranger.getInputStream().available() == 0; i++) {
                stranger.getOutputStream().write(' ');
                stranger.getOutputStream().flush();
                Thread.sleep(200);
            }

            assertThat(answer(stranger)).startsWith("HTTP/1.1 408 ").contains("/problems/request-timeout");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void servesATillWhileManyStrangersSendNothing() throws IOException {
        List<Socket> strangers = new ArrayList<>();
        try {
            for (int i = 0; i < STRANGERS; i++) {
                strangers.add(request("POST", "application/json", 60_000));
            }
            long start = System.nanoTime();
            for (int i = 0; i < 5; i++) {
                assertThat(harbor.post(CUSTOMERS, "{\"type\": \"PERSON\", \"lastName\": \"Quick\"}")
                                .status())
                        .isEqualTo(201);
            }
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(2));
        } finally {
            for (Socket stranger : strangers) {
                stranger.close();
            }
        }
    }

    private Socket request(String method, String type, int length) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(15_000);
        String head =
                "%s /api/v1/customers HTTP/1.1\r\nHost: localhost\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n"
                        .formatted(method, type, length);
        socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return socket;
    }

    private static String answer(Socket stranger) throws IOException {
        var buffer = new byte[4096];
        int read = stranger.getInputStream().read(buffer);
        return new String(buffer, 0, Math.max(read, 0), StandardCharsets.UTF_8);
    }
}
