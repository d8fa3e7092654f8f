package io.counterpart.hq.messaging;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.kafka.core.ProducerFactory;

import io.counterpart.contract.Topics;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;
import io.counterpart.testsupport.TestKafka;

import static org.assertj.core.api.Assertions.assertThat;

/** Topics whose settings differ, that cannot be created, or that are not the ones that HQ published to. */
@HqManualContext
class TopicWatchIT {

    private static final TopicsProperties THREE_COPIES = copies(3);

    @Autowired
    TopicIdentityService identities;

    @Autowired
    TestDriver work;

    @Autowired
    ProducerFactory<String, byte[]> producers;

    private final TopicState state = new TopicState(new SimpleMeterRegistry());

    @BeforeEach
    void clear() {
        work.clear();
        work.channels();
        work.jdbcUpdate("truncate published_topic");
    }

    @Test
    void keepsAcknowledgedRecordsOnTwoBrokersAndUploadsForThirtyDays() {
        NewTopic uploads = KafkaConfiguration.wanted(THREE_COPIES).get(0);

        assertThat(uploads.name()).isEqualTo(Topics.P_0001);
        assertThat(uploads.configs())
                .containsEntry("retention.ms", "2592000000")
                .containsEntry("min.insync.replicas", "2");
        assertThat(KafkaConfiguration.wanted(THREE_COPIES))
                .allSatisfy(it -> assertThat(it.configs()).containsEntry("unclean.leader.election.enable", "false"));
        assertThat(KafkaConfiguration.wanted(copies(1)))
                .noneSatisfy(it -> assertThat(it.configs()).containsKey("min.insync.replicas"));
    }

    @Test
    void boundsHowLongErasedValuesRemain() {
        List<NewTopic> wanted = KafkaConfiguration.wanted(copies(1));

        assertThat(wanted)
                .filteredOn(it -> it.name().equals(Topics.CUSTOMERS_1010))
                .singleElement()
                .satisfies(it -> assertThat(it.configs())
                        .containsEntry("max.compaction.lag.ms", "604800000")
                        .containsEntry("delete.retention.ms", "86400000"));
        assertThat(wanted)
                .filteredOn(it -> it.name().endsWith(Topics.DEAD_LETTER_SUFFIX))
                .allSatisfy(it -> assertThat(it.configs()).containsEntry("retention.ms", "2592000000"));
    }

    private static TopicsProperties copies(int replicas) {
        return new TopicsProperties(
                6,
                (short) replicas,
                Duration.ofSeconds(1),
                Duration.ofDays(30),
                Duration.ofDays(7),
                Duration.ofSeconds(1));
    }

    @Test
    void saysWhichSettingsDifferAndHowToCorrectThem() throws Exception {
        String name = "differs-" + UUID.randomUUID();
        create(new NewTopic(name, 1, (short) 1).configs(Map.of("retention.ms", "604800000")));
        var wanted = new NewTopic(name, 6, (short) 1)
                .configs(Map.of("retention.ms", "2592000000", "cleanup.policy", "delete"));

        watch(List.of(wanted), THREE_COPIES).inspect();

        assertThat(state.differences())
                .extracting(TopicDifference::text)
                .containsExactlyInAnyOrder(
                        "Topic %s has partitions=1, HQ expects 6".formatted(name),
                        "Topic %s has retention.ms=604800000, HQ expects 2592000000".formatted(name));
        assertThat(state.differences().toString())
                .contains("--alter --entity-type topics --entity-name %s --add-config retention.ms=2592000000"
                        .formatted(name));
        assertThat(new TopicsHealthIndicator(state).health().getDetails().toString())
                .contains("retention.ms=604800000");
    }

    @Test
    void saysThatThereAreFewerBrokersThanCopies() throws Exception {
        watch(List.of(new NewTopic("never-" + UUID.randomUUID(), 1, (short) 3)), THREE_COPIES)
                .inspect();

        assertThat(state.problem())
                .isEqualTo("HQ_TOPICS_REPLICAS is 3, but Kafka has 1 broker: topics are created once 3 brokers run");
    }

    @Test
    void sendsEverythingAgainWhenATopicIsNotTheOneItPublishedTo() {
        Map<String, String> before = Map.of(Topics.CUSTOMERS_1010, "a", Topics.GLOBAL_CONFIGURATION_1110, "b");
        assertThat(identities.compare(before)).isEmpty();
        assertThat(identities.compare(before)).isEmpty();
        assertThat(work.count("resend") + work.count("configuration_log")).isZero();

        var after = Map.of(Topics.CUSTOMERS_1010, "c", Topics.GLOBAL_CONFIGURATION_1110, "d");
        assertThat(identities.compare(after)).hasSize(2);
        assertThat(identities.compare(after)).isEmpty();

        assertThat(work.texts("select channel_database || ': ' || requested_by from resend order by 1"))
                .containsExactly("harbor: topic cdx.1010 was re-created", "online: topic cdx.1010 was re-created");
        assertThat(work.texts("select distinct aggregatetype from configuration_log"))
                .containsExactly(Topics.GLOBAL_CONFIGURATION_1110);
    }

    @Test
    void beginsARunningResendAnewWhenItsTopicIsLost() {
        work.jdbcUpdate("""
                insert into resend (id, channel_database, after_customer, customers, requested_by, requested_at)
                values (gen_random_uuid(), 'harbor', gen_random_uuid(), 500, 'somebody', now())
                """);
        identities.compare(Map.of(Topics.CUSTOMERS_1010, "a"));

        identities.compare(Map.of(Topics.CUSTOMERS_1010, "b"));

        assertThat(work.number("select count(*) from resend where after_customer is null and finished_at is null"))
                .isEqualTo(2);
    }

    private TopicWatch watch(List<NewTopic> wanted, TopicsProperties properties) {
        var admin = new KafkaAdmin(Map.of("bootstrap.servers", TestKafka.bootstrapServers()));
        return new TopicWatch(
                wanted,
                new TopicCreator(admin, properties.retryInterval()),
                new TopicInspector(admin),
                identities,
                state,
                properties);
    }

    private static void create(NewTopic topic) throws Exception {
        try (Admin kafka = Admin.create(Map.of("bootstrap.servers", TestKafka.bootstrapServers()))) {
            kafka.createTopics(List.of(topic)).all().get();
        }
    }

    // A broker drops what it takes for a repetition; after the loss of a cluster, producer IDs are not unique.
    @Test
    void theBrokerNeverDropsARecordAsARepetition() {
        assertThat(producers.getConfigurationProperties())
                .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, "false")
                .containsEntry(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION, "1")
                .containsEntry(ProducerConfig.ACKS_CONFIG, "all");
    }
}
