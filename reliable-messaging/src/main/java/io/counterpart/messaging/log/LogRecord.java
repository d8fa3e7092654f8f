package io.counterpart.messaging.log;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A row of an operation log as a Kafka record: CloudEvents headers in binary mode, the payload as it was appended. */
record LogRecord(long counter, boolean rerun, ProducerRecord<String, byte[]> record) {

    static LogRecord of(ResultSet row, String source) throws SQLException {
        String payload = row.getString("payload");
        var record = new ProducerRecord<String, byte[]>(
                row.getString("aggregatetype"), row.getString("aggregateid"), payload == null ? null : bytes(payload));
        long counter = row.getLong("replication_counter");
        Headers headers = record.headers();
        add(headers, "ce_id", row.getString("id"));
        add(headers, "ce_type", row.getString("type"));
        add(headers, "ce_source", source);
        add(headers, "ce_time", row.getTimestamp("created_at").toInstant().toString());
        add(headers, "ce_specversion", "1.0");
        add(headers, "replicationcounter", Long.toString(counter));
        add(headers, "traceparent", row.getString("traceparent"));
        boolean rerun = row.getBoolean("rerun");
        add(headers, "rerun", rerun ? "true" : null);
        return new LogRecord(counter, rerun, record);
    }

    @Nullable String traceparent() {
        Header header = record.headers().lastHeader("traceparent");
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    LogKey logKey() {
        return new LogKey(record.topic(), record.key());
    }

    private static void add(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, bytes(value));
        }
    }

    private static byte[] bytes(String value) {
        return value.getBytes(StandardCharsets.UTF_8);
    }
}
