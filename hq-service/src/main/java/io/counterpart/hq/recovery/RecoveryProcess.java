package io.counterpart.hq.recovery;

import java.util.List;
import java.util.Objects;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Topics;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.messaging.OwnRecords;
import io.counterpart.hq.messaging.ReplayableListener;

/** Advances a running recovery: reads the topics, collects the channels' reports, then restores the customers. */
@Component
class RecoveryProcess {

    private static final Logger log = LoggerFactory.getLogger(RecoveryProcess.class);

    private final RecoveryRepository repository;
    private final RecoveryService service;
    private final RecoveryBatch batch;
    private final TopicReader topics;
    private final List<ReplayableListener> listeners;
    private final OwnRecords own;
    private final MessageJson json;
    private final RecoveryProperties properties;

    RecoveryProcess(
            RecoveryRepository repository,
            RecoveryService service,
            RecoveryBatch batch,
            TopicReader topics,
            List<ReplayableListener> listeners,
            OwnRecords own,
            MessageJson json,
            RecoveryProperties properties) {
        this.repository = repository;
        this.service = service;
        this.batch = batch;
        this.topics = topics;
        this.listeners = listeners;
        this.own = own;
        this.json = json;
        this.properties = properties;
    }

    void advance() {
        Recovery open = repository.open().orElse(null);
        if (open == null) {
            return;
        }
        if (open.isCollecting()) {
            collect(open);
        } else {
            apply(open);
        }
    }

    private void collect(Recovery recovery) {
        service.request(recovery);
        if (recovery.topicsReadAt() == null) {
            listeners.forEach(it -> topics.since(it.topic(), recovery.lostSince(), it::on));
            topics.since(
                    Topics.CUSTOMERS_1010, recovery.lostSince(), it -> service.collect(recovery.id(), snapshots(it)));
            service.topicsRead(recovery.id());
        }
        if (service.beginApplying(recovery.id())) {
            log.info("All data for the recovery is collected");
        }
    }

    private void apply(Recovery recovery) {
        while (batch.run(recovery.id(), properties.portion()) > 0) {}
        service.finish(recovery);
    }

    /** Only customers with an account number: the others are staged, or will be. */
    List<LostCustomer> snapshots(List<ConsumerRecord<String, byte[]>> records) {
        return records.stream()
                .filter(own::mayContain)
                .map(this::snapshot)
                .filter(Objects::nonNull)
                .filter(it -> it.accountNumber() != null)
                .map(it -> new LostCustomer(it, true))
                .toList();
    }

    // HQ does not write unreadable records.
    private @org.jspecify.annotations.Nullable CustomerSnapshot snapshot(ConsumerRecord<String, byte[]> record) {
        try {
            return record.value() == null ? null : json.read(record.value(), CustomerSnapshot.class);
        } catch (RuntimeException e) {
            return null;
        }
    }
}
