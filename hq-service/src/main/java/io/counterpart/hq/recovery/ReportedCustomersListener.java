package io.counterpart.hq.recovery;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

import io.counterpart.contract.Topics;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.contract.session.ChannelReport.ReportedCustomers;
import io.counterpart.hq.session.ReportReader;
import io.counterpart.messaging.intake.ReceivedRecord;
import io.counterpart.messaging.intake.RejectedRecordException;

/**
 * Consumes the customers that channel databases report, one portion per transaction. Another listener on the topic
 * publishes unreadable records as dead letters.
 */
@Component
class ReportedCustomersListener {

    private static final Logger log = LoggerFactory.getLogger(ReportedCustomersListener.class);

    private final ReportReader reader;
    private final RecoveryService recoveries;

    ReportedCustomersListener(ReportReader reader, RecoveryService recoveries) {
        this.reader = reader;
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
            ChannelReport report = reader.read(record.value());
            reader.check(new ReceivedRecord<>(report, record));
            return report;
        } catch (JacksonException | IllegalArgumentException | RejectedRecordException e) {
            log.debug("A report was rejected: {}", e.getMessage());
            return null;
        }
    }
}
