package io.counterpart.channel.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DataAccessException;
import org.springframework.kafka.listener.BatchInterceptor;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Stores the processed position of each partition in the database, and starts consumers there, so that a database
 * restored from a backup processes again what it lost although Kafka has a later offset. Stored every few seconds and
 * not with every batch: a record processed twice changes nothing, a skipped one would be missing permanently.
 */
@Component
class ListenerPositions implements BatchInterceptor<Object, Object>, ConsumerAwareRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(ListenerPositions.class);

    private final ListenerPositionRepository repository;
    private final TopicIds topics;
    private final ListenerStarter listeners;
    private final ApplicationEventPublisher events;
    private final Map<String, String> topicIds = new ConcurrentHashMap<>();
    private final Map<TopicPartition, ListenerPosition> reached = new ConcurrentHashMap<>();
    private final Map<TopicPartition, ListenerPosition> saved = new HashMap<>();

    ListenerPositions(
            ListenerPositionRepository repository,
            TopicIds topics,
            ListenerStarter listeners,
            ApplicationEventPublisher events) {
        this.repository = repository;
        this.topics = topics;
        this.listeners = listeners;
        this.events = events;
    }

    @Override
    public ConsumerRecords<Object, Object> intercept(
            ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
        return records;
    }

    @Override
    public void success(ConsumerRecords<Object, Object> records, Consumer<Object, Object> consumer) {
        for (TopicPartition partition : records.partitions()) {
            String topicId = topicIds.get(partition.topic());
            if (topicId != null) {
                var taken = records.records(partition);
                reached.put(
                        partition,
                        new ListenerPosition(taken.get(taken.size() - 1).offset() + 1, topicId));
            }
        }
        publish(records, null);
    }

    @Override
    public void failure(
            ConsumerRecords<Object, Object> records, Exception exception, Consumer<Object, Object> consumer) {
        Throwable cause = exception.getCause() == null ? exception : exception.getCause();
        publish(records, cause.getClass().getSimpleName());
    }

    private void publish(ConsumerRecords<Object, Object> records, @Nullable String failure) {
        var rows = new HashMap<String, Integer>();
        records.forEach(it -> rows.merge(it.topic(), it.value() == null ? 0 : 1, Integer::sum));
        rows.forEach((topic, count) -> events.publishEvent(new RecordsReadEvent(topic, count, failure)));
    }

    /** Seeks a consumer to the position of the database, if Kafka has a later offset. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        forget(partitions);
        identify(partitions);
        Map<TopicPartition, ListenerPosition> stored = repository.all();
        Map<TopicPartition, OffsetAndMetadata> committed = consumer.committed(new HashSet<>(partitions));
        for (TopicPartition partition : partitions) {
            long position = startOf(partition, stored.get(partition));
            OffsetAndMetadata offset = committed.get(partition);
            if (offset != null && position < offset.offset()) {
                log.info(
                        "Reading {} again from offset {}; the committed offset is {}",
                        partition,
                        position,
                        offset.offset());
                consumer.seek(partition, position);
            }
        }
    }

    // The start of the partition, unless this database has read from this very topic: its backup may be older than the
    // partition, or than a loss of Kafka. If Kafka does not say which topic it is, all is read again, and none skipped.
    private long startOf(TopicPartition partition, @Nullable ListenerPosition stored) {
        String topicId = topicIds.get(partition.topic());
        return stored != null && topicId != null && stored.isOf(topicId) ? stored.position() : 0;
    }

    private void identify(Collection<TopicPartition> partitions) {
        Set<String> names = partitions.stream().map(TopicPartition::topic).collect(Collectors.toSet());
        if (!names.isEmpty()) {
            Map<String, String> current = topics.of(names);
            topicIds.keySet().removeAll(names);
            topicIds.putAll(current);
        }
    }

    @Override
    public void onPartitionsRevokedBeforeCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        advanceIfPossible();
        forget(partitions);
    }

    /** A position that moved backwards while the service runs means that the database was restored. */
    @Scheduled(fixedDelay = 3, timeUnit = TimeUnit.SECONDS)
    void save() {
        if (!advanceIfPossible()) {
            log.warn(
                    "The database was set back while the service was running; all listeners restart from its positions");
            forget();
            listeners.restart();
        }
    }

    // A consumer that gives up partitions does not wait for the database.
    private boolean advanceIfPossible() {
        try {
            return advance();
        } catch (DataAccessException e) {
            log.warn(
                    "The positions of the listeners could not be saved: {}",
                    e.getClass().getSimpleName());
            return true;
        }
    }

    // False, and nothing stored: the database is behind its earlier state.
    private synchronized boolean advance() {
        Map<TopicPartition, ListenerPosition> stored = repository.all();
        if (saved.entrySet().stream().anyMatch(it -> isBehind(stored.get(it.getKey()), it.getValue()))) {
            return false;
        }
        var advanced = new HashMap<>(reached);
        advanced.entrySet().removeIf(it -> !isBehind(stored.get(it.getKey()), it.getValue()));
        repository.advance(advanced);
        saved.putAll(advanced);
        return true;
    }

    private static boolean isBehind(@Nullable ListenerPosition stored, ListenerPosition other) {
        return stored == null || stored.isBehind(other);
    }

    private synchronized void forget(Collection<TopicPartition> partitions) {
        reached.keySet().removeAll(partitions);
        saved.keySet().removeAll(partitions);
    }

    private synchronized void forget() {
        reached.clear();
        saved.clear();
    }
}
