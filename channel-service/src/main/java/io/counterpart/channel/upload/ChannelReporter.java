package io.counterpart.channel.upload;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

import jakarta.annotation.PreDestroy;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.contract.Topics;
import io.counterpart.contract.session.ChannelReport;
import io.counterpart.messaging.RecordSender;
import io.counterpart.messaging.RecordSigner;

/**
 * Sends reports to HQ on a separate thread, because a producer may block its caller for seconds while Kafka is
 * unavailable. Nothing depends on a report: while it cannot be sent, newer ones replace older ones.
 */
@Component
class ChannelReporter {

    private static final Logger log = LoggerFactory.getLogger(ChannelReporter.class);

    private final RecordSender sender;
    private final RecordSigner signer;
    private final Clock clock;
    private volatile Instant acknowledgedAt;
    private final ThreadPoolExecutor thread = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(64),
            ChannelReporter::daemon,
            new ThreadPoolExecutor.DiscardOldestPolicy());

    ChannelReporter(RecordSender sender, RecordSigner signer, Clock clock) {
        this.sender = sender;
        this.signer = signer;
        this.clock = clock;
        this.acknowledgedAt = clock.instant();
    }

    /** When Kafka last acknowledged a report; at first, when this instance started. */
    Instant acknowledgedAt() {
        return acknowledgedAt;
    }

    void send(ChannelReport report) {
        thread.execute(() -> sendNow(report));
    }

    private void sendNow(ChannelReport report) {
        try {
            var record = new ProducerRecord<>(Topics.SESSIONS, report.channelDatabase(), MessageJson.bytes(report));
            signer.sign(List.of(record));
            // Not awaited, since nothing depends on a report.
            var unused = sender.send(record, (metadata, failure) -> {
                if (failure == null) {
                    acknowledgedAt = clock.instant();
                }
            });
        } catch (RuntimeException e) {
            log.debug("A report could not be sent: {}", e.getMessage());
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "p-job-reports");
        thread.setDaemon(true);
        return thread;
    }
}
