package io.counterpart.channel.download;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.counterpart.channel.wire.HqSignatures;
import io.counterpart.contract.Topics;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.messaging.intake.BatchProcessor;
import io.counterpart.messaging.intake.DeadLetterPublisher;
import io.counterpart.messaging.intake.ReceivedRecord;

/** Job 1010: stores the customers of HQ. */
@Component
class SnapshotListener {

    private final BatchProcessor<CustomerSnapshot> intake;

    SnapshotListener(SnapshotApplyService snapshots, HqSignatures signatures, DeadLetterPublisher deadLetters) {
        this.intake = new BatchProcessor<>(
                message -> SnapshotReader.read(message.value()),
                signatures::check,
                batch -> snapshots.apply(
                        batch.stream().map(ReceivedRecord::value).toList()),
                deadLetters);
    }

    @KafkaListener(
            id = "1010-customers",
            groupId = "channel.${counterpart.channel-database}.1010",
            topics = Topics.CUSTOMERS_1010,
            concurrency = "2")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        // A record without a value deletes the pending record of a converted customer: there is nothing to apply.
        intake.accept(
                records.stream().filter(message -> message.value() != null).toList());
    }
}
