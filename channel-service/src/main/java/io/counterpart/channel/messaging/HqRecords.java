package io.counterpart.channel.messaging;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

import io.counterpart.messaging.BatchSpans;
import io.counterpart.messaging.intake.BatchProcessor;
import io.counterpart.messaging.intake.DeadLetterPublisher;
import io.counterpart.messaging.intake.ReceivedRecord;
import io.counterpart.messaging.intake.RejectedRecordException;
import io.counterpart.messaging.intake.SignaturePolicy;
import io.counterpart.messaging.signature.BatchSignatureVerifier;
import io.counterpart.messaging.signature.Ed25519Keys;

/** Creates the processors of records from HQ, which reject a record that HQ did not publish. */
@Component
public class HqRecords {

    private final BatchSignatureVerifier verifier;
    private final SignaturePolicy policy;
    private final boolean keyless;
    private final DeadLetterPublisher deadLetters;
    private final BatchSpans spans;

    HqRecords(SignatureProperties properties, DeadLetterPublisher deadLetters, BatchSpans spans) {
        this.verifier = new BatchSignatureVerifier(
                properties.hqPublicKeys().stream().map(Ed25519Keys::publicKey).toList());
        this.policy = new SignaturePolicy(properties.required());
        this.keyless = properties.hqPublicKeys().isEmpty();
        this.deadLetters = deadLetters;
        this.spans = spans;
    }

    /** A record without a value deletes its key from a compacted topic; there is nothing to handle. */
    public <T> Consumer<List<ConsumerRecord<String, byte[]>>> processor(
            Function<byte[], T> decoder, Consumer<List<T>> handler) {
        var processor = new BatchProcessor<T>(
                message -> decoder.apply(message.value()),
                this::check,
                batch ->
                        handler.accept(batch.stream().map(ReceivedRecord::value).toList()),
                deadLetters,
                spans);
        return records -> processor.accept(
                records.stream().filter(message -> message.value() != null).toList());
    }

    /** Throws {@link RejectedRecordException} for a record that HQ did not publish. */
    private void check(ReceivedRecord<?> received) {
        if (!keyless) {
            policy.check(verifier.verify(received.record()));
        }
    }
}
