package io.counterpart.hq.staging;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.messaging.intake.BatchIntake;
import io.counterpart.messaging.intake.DeadLetters;

/** Takes what the P-job of every channel database uploads. */
@Component
class PJobListener {

    private final BatchIntake<CustomerOperation> intake;

    PJobListener(OperationReader reader, OperationIntake operations, DeadLetters deadLetters) {
        this.intake = new BatchIntake<>(record -> reader.read(record.value()), operations::take, deadLetters);
    }

    @KafkaListener(
            id = "p-job-intake",
            groupId = "hq.p-0001",
            topics = Topics.P_0001,
            concurrency = "${hq.staging.concurrency:2}")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        intake.accept(records);
    }
}
