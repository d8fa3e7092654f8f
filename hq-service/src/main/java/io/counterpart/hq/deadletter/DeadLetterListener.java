package io.counterpart.hq.deadletter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Topics;
import io.counterpart.hq.deadletter.DeadLetterRepository.RecordPosition;
import io.counterpart.messaging.intake.DeadLetterPublisher;

/** Consumes all dead-letter topics, of HQ's listeners and of the channels'. */
@Component
class DeadLetterListener {

    private final DeadLetterRepository letters;

    DeadLetterListener(DeadLetterRepository letters) {
        this.letters = letters;
    }

    @KafkaListener(id = "dead-letters", groupId = "hq.dead-letters", topicPattern = "cdx\\..+\\.dlt")
    void on(List<ConsumerRecord<String, byte[]>> records) {
        for (var record : records) {
            var place = new RecordPosition(
                    topic(record.topic()),
                    (int) Math.min(Integer.MAX_VALUE, number(record, DeadLetterPublisher.ORIGINAL_PARTITION, -1)),
                    number(record, DeadLetterPublisher.ORIGINAL_OFFSET, record.offset()));
            letters.add(
                    place,
                    key(record),
                    record.value(),
                    headers(record),
                    text(record, DeadLetterPublisher.REASON, "No reason given"),
                    Instant.ofEpochMilli(record.timestamp()));
        }
    }

    // Those of the sender: a signature covers them.
    private static Map<String, String> headers(ConsumerRecord<String, byte[]> record) {
        var headers = new TreeMap<String, String>();
        for (Header header : record.headers()) {
            if (!header.key().startsWith(DeadLetterPublisher.PREFIX) && header.value() != null) {
                headers.put(storable(header.key()), storable(new String(header.value(), StandardCharsets.UTF_8)));
            }
        }
        return headers;
    }

    // Not the header, which every writer of the topic can choose.
    private static String topic(String deadLetters) {
        return deadLetters.substring(0, deadLetters.length() - Topics.DEAD_LETTER_SUFFIX.length());
    }

    private static long number(ConsumerRecord<String, byte[]> record, String header, long otherwise) {
        String text = text(record, header, "");
        return text.matches("[0-9]{1,18}") ? Long.parseLong(text) : otherwise;
    }

    private static @Nullable String key(ConsumerRecord<String, byte[]> record) {
        String key = record.key();
        if (key == null) {
            return null;
        }
        String storable = storable(key);
        return storable.length() > 200 ? storable.substring(0, 200) : storable;
    }

    private static String text(ConsumerRecord<String, byte[]> record, String header, String otherwise) {
        Header found = record.headers().lastHeader(header);
        return found == null || found.value() == null
                ? otherwise
                : storable(new String(found.value(), StandardCharsets.UTF_8));
    }

    // PostgreSQL cannot store the character U+0000.
    private static String storable(String text) {
        return text.replace("\0", "");
    }
}
