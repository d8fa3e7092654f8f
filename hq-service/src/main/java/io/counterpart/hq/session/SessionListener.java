package io.counterpart.hq.session;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.core.annotation.Order;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Topics;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.hq.messaging.ReplayableListener;
import io.counterpart.messaging.BatchSpans;
import io.counterpart.messaging.intake.BatchProcessor;
import io.counterpart.messaging.intake.DeadLetterPublisher;

/** Consumes the reports of channel databases. */
@Component
@Order(ReplayableListener.REPORTS)
class SessionListener implements ReplayableListener {

    private final BatchProcessor<ChannelReport> intake;

    SessionListener(
            ReportReader reader, ChannelReportService reports, DeadLetterPublisher deadLetters, BatchSpans spans) {
        this.intake = new BatchProcessor<>(
                record -> reader.read(record.value()), reader::check, reports::save, deadLetters, spans);
    }

    @Override
    public String topic() {
        return Topics.SESSIONS;
    }

    @KafkaListener(id = "channel-reports", groupId = "hq.sessions", topics = Topics.SESSIONS)
    @Override
    public void on(List<ConsumerRecord<String, byte[]>> records) {
        intake.accept(records);
    }
}
