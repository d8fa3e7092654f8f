package io.counterpart.channel.upload;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.Topics;

import static org.awaitility.Awaitility.await;

class DownloadSessionIT extends ChannelServiceContext {

    @Test
    void reportsToHqWhatTheDownloadJobsBrought() {
        UUID customer = UUID.randomUUID();
        String number = "C-" + customer.toString().substring(0, 8);
        HQ.publish(Topics.CUSTOMERS_1010, number, SnapshotFixtures.foreign(customer, number, "Session"));

        await().atMost(Duration.ofSeconds(30)).until(() -> hasSession("1010"));
        await().atMost(Duration.ofSeconds(30)).until(() -> hasSession("1070"));
    }

    private static boolean hasSession(String job) {
        return HQ.recordsOf(Topics.SESSIONS, CHANNEL_DATABASE).stream()
                .map(record -> new String(record.value(), StandardCharsets.UTF_8))
                .anyMatch(it -> it.contains("\"kind\":\"DOWNLOAD_SESSION\"")
                        && it.contains("\"job\":\"%s\"".formatted(job))
                        && it.contains("\"status\":\"APPLIED\""));
    }
}
