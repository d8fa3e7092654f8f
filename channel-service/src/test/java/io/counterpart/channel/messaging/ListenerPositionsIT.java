package io.counterpart.channel.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.Topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class ListenerPositionsIT extends ChannelServiceContext {

    private static final Duration SOON = Duration.ofSeconds(40);

    @Autowired
    private ListenerPositions positions;

    @Test
    void takesInAgainWhatADatabaseLostThatWasSetBack() {
        arrive(UUID.randomUUID());
        positions.save();
        List<Map<String, Object>> backup = stored();
        assertThat(backup).isNotEmpty();
        UUID lost = UUID.randomUUID();
        arrive(lost);
        await().atMost(SOON).until(() -> {
            positions.save();
            return !stored().equals(backup);
        });

        restore(backup, lost);

        await().atMost(SOON).until(() -> isHere(lost));
    }

    @Test
    void readsAPartitionFromItsStartWhenTheBackupIsOlderThanItsFirstRecord() {
        UUID lost = UUID.randomUUID();
        arrive(lost);
        await().atMost(SOON).until(() -> {
            positions.save();
            return !stored().isEmpty();
        });

        restore(List.of(), lost);

        await().atMost(SOON).until(() -> isHere(lost));
    }

    @Test
    void readsATopicFromItsStartThatWasCreatedAgainSinceTheBackup() {
        UUID lost = UUID.randomUUID();
        arrive(lost);
        await().atMost(SOON).until(() -> {
            positions.save();
            return !stored().isEmpty();
        });
        List<Map<String, Object>> backup = stored().stream()
                .map(row -> Map.of(
                        "topic",
                        row.get("topic"),
                        "partition",
                        row.get("partition"),
                        "position",
                        1_000_000L,
                        "topic_id",
                        (Object) "AAAAAAAAAAAAAAAAAAAAAA"))
                .toList();

        restore(backup, lost);

        await().atMost(SOON).until(() -> isHere(lost));
    }

    private void arrive(UUID customer) {
        String number = "C-" + customer.toString().substring(0, 8);
        HQ.publish(Topics.CUSTOMERS_1010, number, SnapshotFixtures.foreign(customer, number, "Restored"));
        await().atMost(SOON).until(() -> isHere(customer));
    }

    // The state of a database after a restore: neither the customer nor the position is stored.
    private void restore(List<Map<String, Object>> backup, UUID lost) {
        for (String table : List.of("customer_address", "customer_contact", "customer_alias", "customer")) {
            jdbc.update("delete from " + table + " where async_customer_id = ?", lost);
        }
        jdbc.update("delete from listener_position");
        backup.forEach(row -> jdbc.update(
                "insert into listener_position (topic, partition, position, topic_id) values (?, ?, ?, ?)",
                row.get("topic"),
                row.get("partition"),
                row.get("position"),
                row.get("topic_id")));
        assertThat(isHere(lost)).isFalse();
    }

    private List<Map<String, Object>> stored() {
        return jdbc.queryForList("select * from listener_position where topic = 'cdx.1010' order by partition");
    }

    private boolean isHere(UUID customer) {
        return !jdbc.queryForList("select 1 from customer where async_customer_id = ?", customer)
                .isEmpty();
    }
}
