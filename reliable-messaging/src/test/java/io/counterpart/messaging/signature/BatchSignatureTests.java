package io.counterpart.messaging.signature;

import java.security.KeyPair;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.messaging.RecordSigner;
import io.counterpart.messaging.SignatureState;

import static io.counterpart.messaging.signature.SignatureTests.pair;
import static io.counterpart.messaging.signature.SignatureTests.received;
import static io.counterpart.messaging.signature.SignatureTests.record;
import static org.assertj.core.api.Assertions.assertThat;

class BatchSignatureTests {

    private final KeyPair pair = pair();
    private final BatchSigner batches = new BatchSigner(pair.getPrivate());
    private final BatchSignatureVerifier verifier = new BatchSignatureVerifier(Set.of(pair.getPublic()));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 128, 1023, 1024, 1025, 1500})
    void signsABatchSoThatEachRecordIsVerifiedAlone(int size) {
        List<ProducerRecord<String, byte[]>> records =
                IntStream.range(0, size).mapToObj(it -> record("value " + it)).toList();

        batches.sign(records);

        assertThat(records)
                .allSatisfy(record -> assertThat(
                                new BatchSignatureVerifier(Set.of(pair.getPublic())).verify(received(record)))
                        .isEqualTo(SignatureState.VALID));
        assertThat(records.stream()
                        .map(it -> it.headers().lastHeader(RecordSigner.HEADER).value())
                        .map(it -> List.of(Base64.getDecoder().decode(it)).toString())
                        .distinct())
                .hasSize(size);
    }

    @Test
    void rejectsARecordWithTheSignatureOfAnotherOfItsBatch() {
        List<ProducerRecord<String, byte[]>> records =
                IntStream.range(0, 5).mapToObj(it -> record("value " + it)).toList();
        batches.sign(records);
        records.forEach(it -> assertThat(verifier.verify(received(it))).isEqualTo(SignatureState.VALID));

        var forged = received(record("forged"));
        forged.headers().add(records.get(3).headers().lastHeader(RecordSigner.HEADER));

        assertThat(verifier.verify(forged)).isEqualTo(SignatureState.WRONG);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 64, 1000})
    void remembersWhatItHasVerifiedAndStillRejectsEverythingElse(int size) {
        List<ProducerRecord<String, byte[]>> records = new ArrayList<>(
                IntStream.range(0, size).mapToObj(it -> record("value " + it)).toList());
        batches.sign(records);
        Collections.shuffle(records, new Random(1));

        for (int round = 0; round < 2; round++) {
            assertThat(records)
                    .allSatisfy(it -> assertThat(verifier.verify(received(it))).isEqualTo(SignatureState.VALID));
            for (ProducerRecord<String, byte[]> each : records) {
                var forged = received(record("forged"));
                forged.headers().add(each.headers().lastHeader(RecordSigner.HEADER));
                assertThat(verifier.verify(forged)).isEqualTo(SignatureState.WRONG);
                assertThat(verifier.verify(atAnotherPlace(each))).isEqualTo(SignatureState.WRONG);
            }
        }
    }

    @Test
    void aForgedPathIsNotRemembered() {
        List<ProducerRecord<String, byte[]>> records =
                IntStream.range(0, 8).mapToObj(it -> record("value " + it)).toList();
        batches.sign(records);
        byte[] header = signature(records.get(0));
        header[header.length - 1] ^= 1;
        var forged = received(record("value 0"));
        forged.headers().add(RecordSigner.HEADER, Base64.getEncoder().encode(header));
        assertThat(verifier.verify(received(records.get(7)))).isEqualTo(SignatureState.VALID);

        assertThat(verifier.verify(forged)).isEqualTo(SignatureState.WRONG);
        assertThat(records)
                .allSatisfy(it -> assertThat(verifier.verify(received(it))).isEqualTo(SignatureState.VALID));
    }

    // More batches than those whose hashes are remembered.
    @Test
    void aKnownSignatureIsNotValidForAForgedRecord() {
        List<ProducerRecord<String, byte[]>> records =
                IntStream.range(0, 100).mapToObj(it -> record("value " + it)).toList();
        for (int from = 0; from < 100; from += 4) {
            batches.sign(records.subList(from, from + 4));
        }
        for (int round = 0; round < 2; round++) {
            assertThat(records)
                    .allSatisfy(it -> assertThat(verifier.verify(received(it))).isEqualTo(SignatureState.VALID));
        }

        var forged = received(record("forged"));
        forged.headers().add(records.get(0).headers().lastHeader(RecordSigner.HEADER));

        assertThat(verifier.verify(forged)).isEqualTo(SignatureState.WRONG);
        assertThat(verifier.verify(received(records.get(0)))).isEqualTo(SignatureState.VALID);
    }

    private static ConsumerRecord<String, byte[]> atAnotherPlace(ProducerRecord<String, byte[]> record) {
        byte[] header = signature(record);
        header[BatchSigner.SIGNATURE + 1] ^= 1;
        var moved = new ConsumerRecord<String, byte[]>(record.topic(), 0, 0, record.key(), record.value());
        record.headers().forEach(moved.headers()::add);
        moved.headers()
                .remove(RecordSigner.HEADER)
                .add(RecordSigner.HEADER, Base64.getEncoder().encode(header));
        return moved;
    }

    private static byte[] signature(ProducerRecord<String, byte[]> record) {
        return Base64.getDecoder()
                .decode(record.headers().lastHeader(RecordSigner.HEADER).value());
    }
}
