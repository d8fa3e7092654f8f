package io.counterpart.channel.download;

import java.util.List;
import java.util.function.Consumer;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.counterpart.channel.messaging.HqRecords;
import io.counterpart.contract.Topics;

/** Job 1010: stores the customers of HQ. */
@Component
class SnapshotListener {

    private final Consumer<List<ConsumerRecord<String, byte[]>>> processor;

    SnapshotListener(SnapshotApplyService snapshots, HqRecords records) {
        this.processor = records.processor(SnapshotReader::read, snapshots::apply);
    }

    @KafkaListener(
            id = "1010-customers",
            groupId = "channel.${counterpart.channel-database}.1010",
            topics = Topics.CUSTOMERS_1010,
            concurrency = "2")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        processor.accept(records);
    }
}
