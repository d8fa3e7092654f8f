package io.counterpart.channel.messaging;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.kafka.core.ProducerFactory;

import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.HqConfigurations;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.JobCommand;
import io.counterpart.messaging.RecordSigner;
import io.counterpart.messaging.SignatureState;
import io.counterpart.messaging.intake.DeadLetterPublisher;
import io.counterpart.messaging.signature.BatchSigner;
import io.counterpart.messaging.signature.HmacKey;
import io.counterpart.support.security.Sha256;

import static org.assertj.core.api.Assertions.assertThat;

class SignedRecordsIT extends ChannelServiceContext {

    @Autowired
    ProducerFactory<String, byte[]> producers;

    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String CONFIGURATION = "/api/v1/configuration";

    private final String channel =
            "F" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private final String token = "token-of-" + channel;

    /** Nobody, another key, and a channel database that signs in the name of HQ. */
    static Stream<RecordSigner> forgers() {
        return Stream.of(
                RecordSigner.NONE, new BatchSigner(KafkaHeadquarters.keyPair().getPrivate()), key());
    }

    @ParameterizedTest
    @MethodSource("forgers")
    void aForgedConfigurationAddsNoToken(RecordSigner forger) {
        HQ.forge(
                Topics.CHANNEL_CONFIGURATION_1070,
                channel,
                HqConfigurations.channel(channel, CHANNEL_DATABASE, true, token),
                forger);
        HQ.configure(HqConfigurations.channel(channel + "-2", CHANNEL_DATABASE, true, token + "-2"));

        Awaitility.await()
                .atMost(SOON)
                .until(() -> harbor.with(token + "-2").get(CONFIGURATION).status() == 200);
        assertThat(harbor.with(token).get(CONFIGURATION).status()).isEqualTo(401);
        assertThat(reasons(Topics.CHANNEL_CONFIGURATION_1070, channel))
                .singleElement()
                .asString()
                .startsWith("Refused: The signature is ");
    }

    @Test
    void forgedFeaturesCommandsAndCustomersHaveNoEffect() {
        var global = HqConfigurations.global();
        var customer = SnapshotFixtures.foreign(UUID.randomUUID(), null, "Forged");
        String key = customer.asyncCustomerId().toString();
        HQ.forge(Topics.GLOBAL_CONFIGURATION_1110, "forged", global, RecordSigner.NONE);
        HQ.forge(Topics.CUSTOMERS_1010, key, customer, RecordSigner.NONE);
        HQ.forge(
                Topics.CONTROL,
                "forged",
                JobCommand.revokeToken(CHANNEL_DATABASE, Sha256.hex(HARBOR_TOKEN), Instant.now()),
                RecordSigner.NONE);

        Awaitility.await().atMost(SOON).untilAsserted(() -> {
            assertThat(reasons(Topics.GLOBAL_CONFIGURATION_1110, "forged")).isNotEmpty();
            assertThat(reasons(Topics.CUSTOMERS_1010, key)).isNotEmpty();
            assertThat(reasons(Topics.CONTROL, "forged")).isNotEmpty();
        });
        assertThat(harbor.get(CONFIGURATION).json().at("/versions/1110/version").asLong())
                .isLessThan(global.version());
        assertThat(harbor.get(CUSTOMERS + "/" + key).status()).isEqualTo(404);
    }

    @Test
    void signsItsOperationsAndReports() {
        String id = harbor.post(CUSTOMERS, "{\"lastName\": \"Signed\"}").text("asyncCustomerId");

        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(HQ.recordsOf(Topics.P_0001, id))
                        .isNotEmpty()
                        .allMatch(record -> HmacKey.verify(record, List.of(key())) == SignatureState.VALID));
        Awaitility.await()
                .atMost(SOON)
                .untilAsserted(() -> assertThat(HQ.recordsOf(Topics.SESSIONS, CHANNEL_DATABASE))
                        .isNotEmpty()
                        .last()
                        .matches(record -> HmacKey.verify(record, List.of(key())) == SignatureState.VALID));
    }

    private static HmacKey key() {
        return HmacKey.derivedFrom(Sha256.digest(HQ_TOKEN.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> reasons(String topic, String key) {
        return HQ.recordsOf(topic + Topics.DEAD_LETTER_SUFFIX, key).stream()
                .map(SignedRecordsIT::reason)
                .toList();
    }

    private static String reason(ConsumerRecord<String, byte[]> letter) {
        return new String(
                letter.headers().lastHeader(DeadLetterPublisher.REASON).value(), StandardCharsets.UTF_8);
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
