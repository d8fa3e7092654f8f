package io.counterpart.channel.accountnumber;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.SyncStatus;
import io.counterpart.contract.Topics;
import io.counterpart.contract.snapshot.CustomerSnapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class AccountNumberWaitIT extends ChannelServiceContext {

    private final String name = "W" + UUID.randomUUID();

    @Test
    void answersAllWhoWaitEachWithTheirOwnNumber() {
        List<CompletableFuture<Response>> waiting = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            waiting.add(harbor.postAsync(CUSTOMERS, lastName(name + i), "Prefer", "wait=10"));
        }
        for (int i = 11; i >= 0; i--) {
            UUID id = created(name + i);
            HQ.publish(Topics.CUSTOMERS_1010, "C-" + id.toString().substring(24), converted(id));
        }

        for (CompletableFuture<Response> each : waiting) {
            Response answer = each.join();
            String id = answer.text("asyncCustomerId");
            assertThat(answer.text("accountNumber")).isEqualTo("C-" + id.substring(24));
        }
    }

    @Test
    void answersWhoWaitsAlsoWhenAnotherInstanceTookTheNumberIn() {
        var waiting = harbor.postAsync(CUSTOMERS, lastName(name), "Prefer", "wait=10");
        UUID id = created(name);

        // As another instance would: this instance is not notified.
        jdbc.update(
                "update customer set account_number = 'C-ELSE', sync_status = 'SYNCED' where async_customer_id = ?",
                id);

        assertThat(waiting.join().text("accountNumber")).isEqualTo("C-ELSE");
    }

    @Test
    void reportsARejectionByHeadquartersAtOnce() {
        var waiting = harbor.postAsync(CUSTOMERS, lastName(name), "Prefer", "wait=10");
        UUID id = created(name);

        HQ.publish(
                Topics.CUSTOMERS_1010, id.toString(), SnapshotFixtures.withoutNumber(id, SyncStatus.SYNC_FAILED, name));

        assertThat(waiting.join().text("syncStatus")).isEqualTo("SYNC_FAILED");
    }

    @Test
    void keepsTheStationsOfTheTimelineInOrder() {
        UUID id = UUID.fromString(harbor.post(CUSTOMERS, lastName(name)).text("asyncCustomerId"));
        HQ.publish(
                Topics.CUSTOMERS_1010,
                id.toString(),
                SnapshotFixtures.withoutNumber(id, SyncStatus.PENDING_SYNC, name));
        await().atMost(Duration.ofSeconds(20))
                .until(() -> timeline(id).path("staged").isString());
        assertThat(timeline(id).path("converted").isNull()).isTrue();

        HQ.publish(Topics.CUSTOMERS_1010, KafkaHeadquarters.accountNumber(), converted(id));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> timeline(id).path("returned").isString());
        assertThat(timeline(id).propertyStream().map(java.util.Map.Entry::getKey))
                .containsExactly("created", "uploaded", "staged", "converted", "returned");
    }

    private JsonNode timeline(UUID id) {
        return harbor.get(CUSTOMERS + "/" + id + "?include=timeline").json().path("timeline");
    }

    private UUID created(String lastName) {
        return await().atMost(Duration.ofSeconds(10))
                .until(() -> idOf(lastName), java.util.Optional::isPresent)
                .orElseThrow();
    }

    private CustomerSnapshot converted(UUID id) {
        return SnapshotFixtures.converted(id, "C-" + id.toString().substring(24), name);
    }

    private static String lastName(String name) {
        return "{\"lastName\": \"%s\"}".formatted(name);
    }
}
