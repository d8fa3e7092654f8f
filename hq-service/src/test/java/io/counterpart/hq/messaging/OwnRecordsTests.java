package io.counterpart.hq.messaging;

import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

import io.counterpart.contract.Topics;
import io.counterpart.messaging.signature.BatchSigner;

import static org.assertj.core.api.Assertions.assertThat;

class OwnRecordsTests {

    private final KeyPair hq = keys();

    @Test
    void recognizesWhatHqSigned() {
        assertThat(own(true).mayContain(signedBy(hq, "C-0000001"))).isTrue();
        assertThat(own(false).mayContain(signedBy(hq, "C-0000001"))).isTrue();
    }

    @Test
    void ignoresASnapshotThatAnotherKeySigned() {
        assertThat(own(true).mayContain(signedBy(keys(), "C-9999999"))).isFalse();
        assertThat(own(false).mayContain(signedBy(keys(), "C-9999999"))).isFalse();
    }

    @Test
    void ignoresASnapshotThatWasChangedAfterHqSignedIt() {
        var original = signedBy(hq, "C-0000001");
        var forged = new ConsumerRecord<>(original.topic(), 0, 0, original.key(), bytes("C-9999999"));
        original.headers().forEach(forged.headers()::add);

        assertThat(own(true).mayContain(forged)).isFalse();
        assertThat(own(false).mayContain(forged)).isFalse();
    }

    @Test
    void ignoresASnapshotWithoutASignatureOnceSignaturesAreRequired() {
        var unsigned = new ConsumerRecord<>(Topics.CUSTOMERS_1010, 0, 0, "customer", bytes("C-9999999"));

        assertThat(own(true).mayContain(unsigned)).isFalse();
        assertThat(own(false).mayContain(unsigned)).isTrue();
    }

    private OwnRecords own(boolean required) {
        String publicKey = Base64.getEncoder().encodeToString(hq.getPublic().getEncoded());
        return new OwnRecords(new SignatureProperties(required, "", List.of(publicKey)));
    }

    private static ConsumerRecord<String, byte[]> signedBy(KeyPair keys, String accountNumber) {
        var record = new ProducerRecord<>(Topics.CUSTOMERS_1010, "customer", bytes(accountNumber));
        new BatchSigner(keys.getPrivate()).sign(List.of(record));
        var received = new ConsumerRecord<>(record.topic(), 0, 0, record.key(), record.value());
        record.headers().forEach(received.headers()::add);
        return received;
    }

    private static byte[] bytes(String accountNumber) {
        return "{\"accountNumber\":\"%s\"}".formatted(accountNumber).getBytes(StandardCharsets.UTF_8);
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
