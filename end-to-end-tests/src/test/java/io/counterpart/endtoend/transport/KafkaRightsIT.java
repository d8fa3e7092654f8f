package io.counterpart.endtoend.transport;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What Kafka refuses to users with the documented rights, and to everyone else. */
class KafkaRightsIT {

    private static final String HQ = "hq";
    private static final String CHANNEL = "channel-harbor";
    private static final List<AclBinding> REQUEUE = DocumentedRights.below("### Rights to requeue dead letters");

    private final SecureStack stack = SecureStack.get();

    @AfterEach
    void takeBack() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(stack.kafkaClient(SecureBroker.ADMIN))) {
            admin.deleteAcls(REQUEUE.stream().map(AclBinding::toFilter).toList())
                    .all()
                    .get();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cdx.1010",
                "cdx.1070",
                "cdx.1110",
                "cdx.control",
                "customers.converted",
                "cdx.p-0001.dlt",
                "cdx.sessions.dlt",
                "customers.converted.dlt"
            })
    void aChannelDatabaseCannotWriteWhatHqWrites(String topic) {
        assertThatThrownBy(() -> write(as(CHANNEL), topic)).hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cdx.p-0001",
                "cdx.sessions",
                "cdx.1010.dlt",
                "cdx.1070.dlt",
                "cdx.1110.dlt",
                "cdx.control.dlt",
                "customers.converted.dlt"
            })
    void hqCannotWriteWhatAChannelDatabaseWrites(String topic) {
        assertThatThrownBy(() -> write(as(HQ), topic)).hasCauseInstanceOf(TopicAuthorizationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cdx.p-0001", "cdx.sessions", "customers.converted", "cdx.1010.dlt"})
    void aChannelDatabaseReadsOnlyWhatIsMeantForIt(String topic) {
        assertThatThrownBy(() -> read(as(CHANNEL), topic)).isInstanceOf(TopicAuthorizationException.class);
    }

    @Test
    void aChannelDatabaseCannotJoinTheGroupsOfAnother() {
        Map<String, Object> settings = as(CHANNEL);
        settings.put("group.id", "channel.online.1010");

        assertThatThrownBy(() -> {
                    try (var consumer = consumer(settings)) {
                        consumer.subscribe(List.of("cdx.1010"));
                        consumer.poll(Duration.ofSeconds(10));
                    }
                })
                .isInstanceOf(AuthorizationException.class)
                .hasMessageContaining("channel.online.1010");
    }

    @Test
    void withTheRightToRequeueHqWritesWhatChannelsWrite() throws Exception {
        try (Admin admin = Admin.create(stack.kafkaClient(SecureBroker.ADMIN))) {
            admin.createAcls(REQUEUE).all().get();
        }

        // HQ reads these, and publishes dead letters: no channel database has signed them.
        for (String topic : List.of("cdx.p-0001", "cdx.sessions")) {
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .ignoreExceptions()
                    .untilAsserted(() -> assertThat(write(as(HQ), topic)).isNotNegative());
        }
    }

    @Test
    void nobodyConnectsWithAnUnknownNameOrAWrongPassword() {
        Map<String, Object> stranger = as("stranger");
        Map<String, Object> guessed = as(HQ);
        guessed.put("sasl.jaas.config", SecureSettings.jaas(HQ, "guessed"));

        assertThatThrownBy(() -> write(stranger, "cdx.p-0001")).hasCauseInstanceOf(SaslAuthenticationException.class);
        assertThatThrownBy(() -> write(guessed, "cdx.1010")).hasCauseInstanceOf(SaslAuthenticationException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PLAINTEXT", "SASL_PLAINTEXT"})
    void nobodyConnectsWithoutTls(String protocol) {
        Map<String, Object> settings = as(HQ);
        settings.put("security.protocol", protocol);

        assertThatThrownBy(() -> write(settings, "cdx.1010")).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void aClientRefusesABrokerOfAnotherAuthority() {
        Map<String, Object> settings = as(HQ);
        settings.put("ssl.truststore.location", stack.stranger.certificate().toString());

        assertThatThrownBy(() -> write(settings, "cdx.1010")).hasCauseInstanceOf(SslAuthenticationException.class);
    }

    private Map<String, Object> as(String user) {
        return new HashMap<>(stack.kafkaClient(user));
    }

    /** The offset of a record that was acknowledged. */
    private static long write(Map<String, Object> client, String topic) throws Exception {
        var settings = new HashMap<>(client);
        settings.put("enable.idempotence", false);
        settings.put("max.block.ms", 5_000);
        settings.put("delivery.timeout.ms", 10_000);
        settings.put("request.timeout.ms", 5_000);
        settings.put("linger.ms", 0);
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            byte[] value = "{}".getBytes(StandardCharsets.UTF_8);
            return producer.send(new ProducerRecord<>(topic, value, value))
                    .get(20, TimeUnit.SECONDS)
                    .offset();
        }
    }

    private static void read(Map<String, Object> client, String topic) {
        try (var consumer = consumer(client)) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            consumer.seekToBeginning(consumer.assignment());
            consumer.poll(Duration.ofSeconds(10));
        }
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> settings) {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
