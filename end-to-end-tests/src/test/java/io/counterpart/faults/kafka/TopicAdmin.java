package io.counterpart.faults.kafka;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;

import io.counterpart.contract.RecordHeaders;

/** Deletes records as Kafka's retention does, and reports which ones a consumer group had not read. */
public final class TopicAdmin {

    private static final int LIMIT_MILLIS = 5_000;

    private final String bootstrapServers;

    public TopicAdmin(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Deletes everything up to the current end of the topic; returns the ids of the records that the group had not
     * read.
     */
    public Set<UUID> trim(String topic, String group) throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            Map<TopicPartition, RecordsToDelete> ends = ends(admin, topic);
            Set<UUID> unread = unread(topic, group);
            admin.deleteRecords(ends).all().get();
            return unread;
        }
    }

    /** The ids of the records at and after the committed offsets of the group. */
    public Set<UUID> unread(String topic, String group) throws InterruptedException, ExecutionException {
        Map<TopicPartition, OffsetAndMetadata> committed;
        try (Admin admin = admin()) {
            committed = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
        }
        return new TopicReader(bootstrapServers)
                .all(topic).stream()
                        .filter(record -> record.offset() >= offset(committed, record))
                        .flatMap(TopicAdmin::id)
                        .collect(Collectors.toUnmodifiableSet());
    }

    private static long offset(Map<TopicPartition, OffsetAndMetadata> committed, ConsumerRecord<?, ?> record) {
        OffsetAndMetadata known = committed.get(new TopicPartition(record.topic(), record.partition()));
        return known == null ? 0 : known.offset();
    }

    private static Stream<UUID> id(ConsumerRecord<?, ?> record) {
        Header id = record.headers().lastHeader(RecordHeaders.ID);
        return id == null ? Stream.empty() : Stream.of(UUID.fromString(new String(id.value(), StandardCharsets.UTF_8)));
    }

    private static Map<TopicPartition, RecordsToDelete> ends(Admin admin, String topic)
            throws InterruptedException, ExecutionException {
        List<TopicPartition> partitions = admin.describeTopics(List.of(topic)).allTopicNames().get().values().stream()
                .flatMap(description -> description.partitions().stream())
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        return admin
                .listOffsets(partitions.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest())))
                .all()
                .get()
                .entrySet()
                .stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        end -> RecordsToDelete.beforeOffset(end.getValue().offset())));
    }

    private Admin admin() {
        return Admin.create(Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, LIMIT_MILLIS,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2 * LIMIT_MILLIS));
    }
}
