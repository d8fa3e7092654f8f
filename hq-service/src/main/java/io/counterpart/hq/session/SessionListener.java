package io.counterpart.hq.session;

import java.util.List;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Topics;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.hq.topics.WireJson;
import io.counterpart.messaging.intake.BatchIntake;
import io.counterpart.messaging.intake.DeadLetters;

/** Takes what channel databases report. */
@Component
class SessionListener {

    private final BatchIntake<ChannelReport> intake;

    SessionListener(WireJson json, ChannelReports reports, DeadLetters deadLetters) {
        this.intake =
                new BatchIntake<>(record -> json.read(record.value(), ChannelReport.class), reports::take, deadLetters);
    }

    @KafkaListener(id = "channel-reports", groupId = "hq.sessions", topics = Topics.SESSIONS)
    void on(List<ConsumerRecord<String, byte[]>> records) {
        intake.accept(records);
    }
}
