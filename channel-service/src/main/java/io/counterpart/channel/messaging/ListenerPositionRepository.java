package io.counterpart.channel.messaging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.TopicPartition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** The table {@code listener_position}. */
@Repository
class ListenerPositionRepository {

    private static final String ADVANCE = """
            insert into listener_position as known (topic, partition, position, topic_id) values (?, ?, ?, ?)
            on conflict (topic, partition) do update set position = excluded.position, topic_id = excluded.topic_id
            where known.position < excluded.position or known.topic_id is distinct from excluded.topic_id
            """;

    private final JdbcTemplate jdbc;

    ListenerPositionRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<TopicPartition, ListenerPosition> all() {
        var positions = new HashMap<TopicPartition, ListenerPosition>();
        jdbc.query("select topic, partition, position, topic_id from listener_position", row -> {
            positions.put(
                    new TopicPartition(row.getString("topic"), row.getInt("partition")),
                    new ListenerPosition(row.getLong("position"), row.getString("topic_id")));
        });
        return positions;
    }

    /** Never moves a position of a topic backwards: another instance may have taken over a partition. */
    void advance(Map<TopicPartition, ListenerPosition> positions) {
        List<Object[]> rows = positions.entrySet().stream()
                .map(it -> new Object[] {
                    it.getKey().topic(),
                    it.getKey().partition(),
                    it.getValue().position(),
                    it.getValue().topicId()
                })
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(ADVANCE, rows);
        }
    }
}
