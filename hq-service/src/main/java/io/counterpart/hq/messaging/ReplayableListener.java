package io.counterpart.hq.messaging;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Consumes a topic, also again from an earlier position: records that the database has are unaffected. */
public interface ReplayableListener {

    // Reports of uploads are checked against the staged operations.
    int OPERATIONS = 1;
    int REPORTS = 2;

    String topic();

    void on(List<ConsumerRecord<String, byte[]>> records);
}
