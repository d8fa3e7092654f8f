package io.counterpart.hq.recovery;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Topics;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.session.ChannelReport.ReportedCustomers;
import io.counterpart.hq.topics.WireJson;

/**
 * Consumes the customers that channel databases report, one portion per transaction. Another listener on the topic
 * publishes unreadable records as dead letters.
 */
@Component
class ReportedCustomersListener {

    private static final Logger log = LoggerFactory.getLogger(ReportedCustomersListener.class);

    private final WireJson json;
    private final RecoveryService recoveries;

    ReportedCustomersListener(WireJson json, RecoveryService recoveries) {
        this.json = json;
        this.recoveries = recoveries;
    }

    @KafkaListener(id = "reported-customers", groupId = "hq.recovery", topics = Topics.SESSIONS)
    void on(List<ConsumerRecord<String, byte[]>> records) {
        for (ConsumerRecord<String, byte[]> record : records) {
            if (read(record) instanceof ReportedCustomers portion) {
                recoveries.take(portion);
            }
        }
    }

    private @org.jspecify.annotations.Nullable ChannelReport read(ConsumerRecord<String, byte[]> record) {
        try {
            return json.read(record.value(), ChannelReport.class);
        } catch (RuntimeException e) {
            log.debug("A report could not be read: {}", e.getMessage());
            return null;
        }
    }
}
