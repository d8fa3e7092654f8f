package io.counterpart.hq.reconciliation;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import jakarta.annotation.PreDestroy;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaAdmin;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Topics;

/** Reads from Kafka the lag of a channel database on 1010. */
@Component
class SnapshotLagReader {

    private static final Logger log = LoggerFactory.getLogger(SnapshotLagReader.class);
    private static final long PATIENCE_SECONDS = 3;

    private final Map<String, Object> settings;
    private @Nullable Admin admin;

    SnapshotLagReader(KafkaAdmin admin) {
        this.settings = new HashMap<>(admin.getConfigurationProperties());
        settings.put("default.api.timeout.ms", (int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
        settings.put("request.timeout.ms", (int) TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    /** Null if Kafka does not report it. */
    @Nullable Long of(String channelDatabase) {
        try {
            return unread(admin(), "channel.%s.1010".formatted(channelDatabase));
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            log.debug("The offsets of {} could not be read: {}", channelDatabase, e.getMessage());
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    // One client for all calls: to create one costs more than what it is asked, and reconciliation may be polled.
    private synchronized Admin admin() {
        if (admin == null) {
            admin = Admin.create(settings);
        }
        return admin;
    }

    @PreDestroy
    synchronized void close() {
        if (admin != null) {
            admin.close(Duration.ofSeconds(1));
        }
    }

    private static long unread(Admin kafka, String group)
            throws ExecutionException, InterruptedException, TimeoutException {
        Map<TopicPartition, OffsetAndMetadata> read = kafka.listConsumerGroupOffsets(group)
                .partitionsToOffsetAndMetadata()
                .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var described = kafka.describeTopics(List.of(Topics.CUSTOMERS_1010)).topicNameValues();
        TopicDescription topic =
                Objects.requireNonNull(described.get(Topics.CUSTOMERS_1010)).get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        var wanted = new HashMap<TopicPartition, OffsetSpec>();
        topic.partitions()
                .forEach(it ->
                        wanted.put(new TopicPartition(Topics.CUSTOMERS_1010, it.partition()), OffsetSpec.latest()));
        var ends = kafka.listOffsets(wanted).all().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return ends.entrySet().stream()
                .mapToLong(end -> {
                    OffsetAndMetadata position = read.get(end.getKey());
                    return end.getValue().offset() - (position == null ? 0 : position.offset());
                })
                .sum();
    }
}
