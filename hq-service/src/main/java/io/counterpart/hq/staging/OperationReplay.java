package io.counterpart.hq.staging;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.stereotype.Component;

/** Stages records that this database may have lost; records that are already staged have no effect. */
@Component
public class OperationReplay {

    private final PJobListener listener;

    OperationReplay(PJobListener listener) {
        this.listener = listener;
    }

    public void stage(List<ConsumerRecord<String, byte[]>> records) {
        listener.on(records);
    }
}
