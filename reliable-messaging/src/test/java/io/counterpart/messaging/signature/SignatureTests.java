package io.counterpart.messaging.signature;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.messaging.RecordSigner;
import io.counterpart.messaging.SignatureState;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SignatureTests {

    private final HmacKey harbor = HmacKey.derivedFrom(bytes("secret of harbor"));
    private final HmacKey online = HmacKey.derivedFrom(bytes("secret of online"));
    private final KeyPair pair = pair();
    private final BatchSigner batches = new BatchSigner(pair.getPrivate());
    private final BatchSignatureVerifier verifier = new BatchSignatureVerifier(Set.of(pair.getPublic()));

    @Test
    void acceptsWhatOneOfTwoKeysSigned() {
        var record = signed(harbor, "value");

        assertThat(HmacKey.verify(record, List.of(online, harbor))).isEqualTo(SignatureState.VALID);
        assertThat(HmacKey.verify(record, List.of(online))).isEqualTo(SignatureState.WRONG);
        assertThat(HmacKey.verify(record, List.of())).isEqualTo(SignatureState.WRONG);
        assertThat(HmacKey.verify(received(record("value")), List.of(harbor))).isEqualTo(SignatureState.MISSING);
    }

    // Computed by the release that introduced signatures: services of both releases have to understand each other.
    @Test
    void theDigestOfARecordRemains() {
        var record = new ProducerRecord<>("cdx.1010", 0, "C-1", bytes("{\"a\": 1}"));
        record.headers().add("ce_id", bytes("1")).add("other", bytes("x")).add("ce_time", bytes("t0"));
        record.headers().add("ce_time", bytes("t1")).add("rerun", new byte[0]);
        var empty = new ProducerRecord<String, byte[]>("t", null, null);

        assertThat(HexFormat.of().formatHex(RecordDigest.of(record)))
                .isEqualTo("353c6c628ccdf8824f2c7b36adda495a33fa5b52c26f9fc2b9d79615a44e21d9");
        assertThat(HexFormat.of().formatHex(RecordDigest.of(empty)))
                .isEqualTo("05d948bc5fee282bb4fbd5dd0960a19a809280e208c3360a2b41d079c997ec6c");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_id", "ce_type", "ce_source", "ce_time", "replicationcounter", "rerun"})
    void coversEachHeaderThatAReaderUses(String header) {
        for (RecordSigner signer : List.of(harbor, batches)) {
            var changed = signed(signer, "value");
            changed.headers().remove(header).add(header, bytes("changed"));
            var removed = signed(signer, "value");
            removed.headers().remove(header);
            var added = signed(signer, "value");
            added.headers().add(header, bytes("added"));

            assertThat(List.of(changed, removed, added))
                    .allSatisfy(record -> assertThat(state(record)).isEqualTo(SignatureState.WRONG));
        }
    }

    @Test
    void coversTopicKeyAndValue() {
        for (RecordSigner signer : List.of(harbor, batches)) {
            var record = signed(signer, "value");

            assertThat(state(record)).isEqualTo(SignatureState.VALID);
            assertThat(state(copy(record, "other", "key", "value"))).isEqualTo(SignatureState.WRONG);
            assertThat(state(copy(record, "topic", "other", "value"))).isEqualTo(SignatureState.WRONG);
            assertThat(state(copy(record, "topic", null, "value"))).isEqualTo(SignatureState.WRONG);
            assertThat(state(copy(record, "topic", "key", "other"))).isEqualTo(SignatureState.WRONG);
            assertThat(state(copy(record, "topic", "key", null))).isEqualTo(SignatureState.WRONG);
            assertThat(state(copy(record, "topic", "keyv", "alue"))).isEqualTo(SignatureState.WRONG);
        }
    }

    @Test
    void toleratesWhatProxiesAddAndDeadLettersCarry() {
        var record = signed(harbor, "value");
        record.headers().add("traceparent", bytes("00-")).add("dlt-reason", bytes("x"));

        assertThat(state(record)).isEqualTo(SignatureState.VALID);
    }

    @Test
    void acceptsNoSignatureOfAnotherKey() {
        var record = signed(new BatchSigner(pair().getPrivate()), "value");

        assertThat(verifier.verify(record)).isEqualTo(SignatureState.WRONG);
        assertThat(verifier.verify(signed(harbor, "value"))).isEqualTo(SignatureState.WRONG);
        assertThat(new BatchSignatureVerifier(List.of()).verify(record)).isEqualTo(SignatureState.WRONG);
        assertThat(verifier.verify(received(record("value")))).isEqualTo(SignatureState.MISSING);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "!", "AAAA", "0"})
    void rejectsASignatureThatIsNone(String header) {
        var record = received(record("value"));
        record.headers().add(RecordSigner.HEADER, bytes(header));

        assertThat(verifier.verify(record)).isEqualTo(SignatureState.WRONG);
        assertThat(HmacKey.verify(record, List.of(harbor))).isEqualTo(SignatureState.WRONG);
    }

    @Test
    void replacesAnEarlierSignature() {
        var record = record("value");
        online.sign(List.of(record));
        harbor.sign(List.of(record));

        assertThat(record.headers().headers(RecordSigner.HEADER)).hasSize(1);
        assertThat(HmacKey.verify(received(record), List.of(harbor))).isEqualTo(SignatureState.VALID);
    }

    @Test
    void readsKeysAsOpenSslWritesThem() {
        String content =
                Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
        String pem = "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n".formatted(content);
        String open = Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());

        assertThat(Ed25519Keys.privateKey(pem)).isEqualTo(pair.getPrivate());
        assertThat(Ed25519Keys.publicKey(open)).isEqualTo(pair.getPublic());
        assertThatThrownBy(() -> Ed25519Keys.privateKey("AAAA")).hasNoCause().hasMessageNotContaining("AAAA");
        assertThatThrownBy(() -> Ed25519Keys.publicKey("AAAA")).isInstanceOf(IllegalArgumentException.class);
    }

    private SignatureState state(ConsumerRecord<String, byte[]> record) {
        SignatureState batch = verifier.verify(record);
        return batch == SignatureState.VALID ? batch : HmacKey.verify(record, List.of(harbor));
    }

    private static ConsumerRecord<String, byte[]> signed(RecordSigner signer, String value) {
        var record = record(value);
        signer.sign(List.of(record));
        return received(record);
    }

    static ProducerRecord<String, byte[]> record(String value) {
        var record = new ProducerRecord<>("topic", "key", bytes(value));
        for (String name : List.of("ce_id", "ce_type", "ce_source", "ce_time", "replicationcounter", "rerun")) {
            record.headers().add(name, bytes(name));
        }
        return record;
    }

    static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> sent) {
        return copy(sent.headers().toArray(), sent.topic(), sent.key(), sent.value());
    }

    static ConsumerRecord<String, byte[]> copy(
            ConsumerRecord<String, byte[]> record, String topic, @Nullable String key, @Nullable String value) {
        return copy(record.headers().toArray(), topic, key, value == null ? null : bytes(value));
    }

    @SuppressWarnings("NullAway") // Kafka declares neither keys nor values as nullable.
    static ConsumerRecord<String, byte[]> copy(
            org.apache.kafka.common.header.Header[] headers,
            String topic,
            @Nullable String key,
            byte @Nullable [] value) {
        return new ConsumerRecord<>(
                topic,
                0,
                0,
                0,
                TimestampType.CREATE_TIME,
                0,
                0,
                key,
                value,
                new RecordHeaders(new ArrayList<>(List.of(headers))),
                java.util.Optional.empty());
    }

    static KeyPair pair() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
