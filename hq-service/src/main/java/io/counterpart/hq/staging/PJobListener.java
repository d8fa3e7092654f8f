package io.counterpart.hq.staging;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.messaging.ReplayableListener;
import io.counterpart.hq.sender.SenderService;
import io.counterpart.messaging.BatchSpans;
import io.counterpart.messaging.intake.BatchProcessor;
import io.counterpart.messaging.intake.DeadLetterPublisher;

/** Consumes the operations that the P-jobs of all channel databases upload. */
@Component
@Order(ReplayableListener.OPERATIONS)
class PJobListener implements ReplayableListener {

    private final BatchProcessor<CustomerOperation> intake;

    PJobListener(
            OperationReader reader,
            SenderService senders,
            StagingService operations,
            DeadLetterPublisher deadLetters,
            BatchSpans spans) {
        this.intake = new BatchProcessor<>(
                record -> reader.read(record.value()),
                received -> senders.check(
                        received.record(),
                        received.value().channelDatabase(),
                        received.value().channel()),
                operations::stage,
                deadLetters,
                spans);
    }

    @Override
    public String topic() {
        return Topics.P_0001;
    }

    @KafkaListener(
            id = "p-job-intake",
            groupId = "hq.p-0001",
            topics = Topics.P_0001,
            concurrency = "${hq.staging.concurrency:2}")
    @Override
    public void on(List<ConsumerRecord<String, byte[]>> records) {
        intake.accept(records);
    }
}
