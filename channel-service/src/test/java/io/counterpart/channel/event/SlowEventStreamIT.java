package io.counterpart.channel.event;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.channel.testing.EventStreamClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SlowEventStreamIT extends EventStreamContext {

    @Autowired
    private EventSubscribers subscribers;

    @Test
    void dropsWhoDoesNotReadAndServesTheOthers() throws IOException {
        String mark = UUID.randomUUID().toString();
        String fat = "x".repeat(10_000);
        try (Socket lazy = new Socket();
                EventStreamClient diligent = listenAtHarbor(null)) {
            // A closed connection is detected with the next heartbeat.
            await().until(() -> listeners("STATION") == 0);
            lazy.setReceiveBufferSize(4_096);
            lazy.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
            lazy.getOutputStream()
                    .write(("GET /api/v1/events HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + STATION_TOKEN
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            await().until(() -> listeners("STATION") == 1);

            for (int i = 0; i < 12; i++) {
                var many = new ArrayList<ChannelEvent>();
                IntStream.range(0, 250).forEach(n -> many.add(event(fat)));
                appendAll(many);
            }
            append(mark);

            diligent.event(event -> event.data().contains(mark));
            await().atMost(Duration.ofSeconds(60)).until(() -> listeners("STATION") == 0);
            assertThat(diligent.events()).hasSizeGreaterThanOrEqualTo(3_001);
        }
    }

    @Test
    void keepsWhoIsSlowButReads() throws IOException {
        String mark = UUID.randomUUID().toString();
        String fat = "x".repeat(10_000);
        try (EventStreamClient slow = EventStreamClient.connect(port(), HARBOR_TOKEN, null)) {
            for (int page = 0; page < 12; page++) {
                appendAll(IntStream.range(page * 250, (page + 1) * 250)
                        .mapToObj(i -> event(mark + "-" + i + "-" + fat))
                        .toList());
            }
            // The dispatcher has tried to send all events by now.
            pause(Duration.ofSeconds(1));

            slow.startReading().event(event -> event.data().contains(mark + "-2999-"));
            assertThat(slow.events())
                    .filteredOn(event -> event.data().contains(mark))
                    .extracting(EventStreamClient.Event::data)
                    .containsExactlyElementsOf(IntStream.range(0, 3_000)
                            .mapToObj(i -> data(mark + "-" + i + "-" + fat))
                            .toList());
        }
    }

    @Test
    void refusesMoreStreamsThanATillNeeds() throws IOException {
        var open = new ArrayList<EventStreamClient>();
        try {
            await().until(() -> listeners("STATION") == 0);
            for (int i = 0; i < EventSubscribers.MOST_OF_ONE_CALLER; i++) {
                open.add(listenAtStation(null));
            }
            try (EventStreamClient oneTooMany = listenAtStation(null)) {
                assertThat(oneTooMany.response().statusCode()).isEqualTo(429);
                assertThat(oneTooMany.response().headers().firstValue("Retry-After"))
                        .isPresent();
                await().until(oneTooMany::hasEnded);
                assertThat(oneTooMany.text()).contains("\"/problems/rate-limited\"");
            }
        } finally {
            for (EventStreamClient each : open) {
                each.close();
            }
        }
    }

    private static void pause(Duration duration) {
        await().pollDelay(duration).until(() -> true);
    }

    private long listeners(String channel) {
        long count = 0;
        for (EventSubscription stream : subscribers) {
            count += stream.caller().channel().equals(channel) ? 1 : 0;
        }
        return count;
    }
}
