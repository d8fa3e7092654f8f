package io.counterpart.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.counterpart.contract.Topics;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Kafka loses the sent records, or everything: all customers get their account numbers, and all edits arrive, without
 * an operator.
 */
@Tag("long")
class KafkaLostScenario extends RuleScenario {

    private static final Duration NINETY_SECONDS = Duration.ofSeconds(90);
    private static final String PENDING = "select count(*) from customer where async_customer_id = any(?)"
            + " and (sync_status <> 'SYNCED' or applied_operation < last_operation)";

    @BeforeEach
    void checkOften() {
        stack.kill("hq");
        startHq();
    }

    @AfterEach
    void asUsual() {
        for (String service : List.of("hq", "harbor", "online")) {
            stack.kill(service);
            stack.start(service);
        }
    }

    @Test
    void uploadsAgainWhatKafkaTrimmedBeforeHqReadIt() throws Exception {
        UUID[] customers = sentWhileHqIsAway();

        trim(Topics.P_0001);
        startHq();

        converges("channel_harbor", customers);
    }

    @Test
    void uploadsAgainWhatStoodInATopicThatWasRecreated() throws Exception {
        UUID[] customers = sentWhileHqIsAway();

        delete(Set.of(Topics.P_0001));
        startHq();

        converges("channel_harbor", customers);
    }

    @Test
    void convergesFromEveryStateWhenAllOfKafkaIsLost() throws Exception {
        stack.kill("harbor");
        stack.start(
                "harbor", "-Dcounterpart.upload.unacknowledged-after=10s", "-Dcounterpart.upload.check-interval=2s");
        stack.kill("online");
        UUID returned = customer();
        accountNumberOf(stack.harbor(), returned);
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        UUID staged = customer();
        edit(stack.harbor(), staged, Map.of("email", name + "-s@example.com")).expect(200);
        eventually()
                .until(() ->
                        databases.count("hq", "select count(*) from open_operation where async_customer_id = ?", staged)
                                == 2);
        stack.kill("hq");
        UUID sent = customer();
        edit(stack.harbor(), returned, Map.of("email", name + "-r@example.com")).expect(200);
        everythingIsSent();

        delete(allTopics());
        startHq();
        stack.start("online");
        administration.release(AdministrationFixture.SYNCHRONIZE);

        UUID[] customers = {returned, staged, sent};
        converges("channel_harbor", customers);
        Awaitility.await()
                .atMost(NINETY_SECONDS)
                .untilAsserted(() -> assertThat(databases.query(
                                "channel_online",
                                "select email from customer where async_customer_id = any(?) and sync_status = 'SYNCED' order by email",
                                (Object) customers))
                        .contains(name + "-r@example.com", name + "-s@example.com")
                        .hasSize(3));
        assertThat(databases.count("hq", "select count(*) from resend where requested_by like 'topic cdx.1010%'"))
                .isPositive();
    }

    private UUID[] sentWhileHqIsAway() throws IOException {
        stack.kill("hq");
        UUID[] customers = {customer(), customer(), customer()};
        everythingIsSent();
        return customers;
    }

    private UUID customer() throws IOException {
        return id(stack.harbor().create(newCustomer()).expect(201));
    }

    private void everythingIsSent() {
        eventually().until(() -> databases.count("channel_harbor", "select count(*) from async_operation_queue") == 0);
        // The session of the last second must be reported, too.
        eventually()
                .until(() -> databases.count(
                                "channel_harbor",
                                "select count(*) from upload_session where counter_to >="
                                        + " (select max(replication_counter) from async_operation)")
                        > 0);
    }

    private void startHq() {
        stack.start(
                "hq",
                "-Dhq.reconciliation.interval=2s",
                "-Dhq.reconciliation.grace=5s",
                "-Dhq.topics.watch-interval=2s");
    }

    private void converges(String database, UUID[] customers) {
        Awaitility.await()
                .atMost(NINETY_SECONDS)
                .until(() -> databases.count(database, PENDING, (Object) customers) == 0);
    }

    private void trim(String topic) throws ExecutionException, InterruptedException {
        try (Admin kafka = admin()) {
            var ends = new HashMap<TopicPartition, OffsetSpec>();
            var described = kafka.describeTopics(List.of(topic)).allTopicNames().get();
            described
                    .values()
                    .forEach(it -> it.partitions()
                            .forEach(each ->
                                    ends.put(new TopicPartition(topic, each.partition()), OffsetSpec.latest())));
            var offsets = kafka.listOffsets(ends).all().get();
            kafka.deleteRecords(offsets.entrySet().stream()
                            .collect(Collectors.toMap(
                                    Map.Entry::getKey,
                                    it -> RecordsToDelete.beforeOffset(
                                            it.getValue().offset()))))
                    .all()
                    .get();
        }
    }

    private void delete(Set<String> topics) throws ExecutionException, InterruptedException {
        try (Admin kafka = admin()) {
            kafka.deleteTopics(topics).all().get();
        }
    }

    private Set<String> allTopics() throws ExecutionException, InterruptedException {
        try (Admin kafka = admin()) {
            return kafka.listTopics().names().get().stream()
                    .filter(it -> it.startsWith("cdx.") || it.startsWith("customers."))
                    .collect(Collectors.toSet());
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", stack.addresses().kafka()));
    }
}
