package io.counterpart.channel.wire;

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
            insert into listener_position as known (topic, partition, position) values (?, ?, ?)
            on conflict (topic, partition) do update set position = excluded.position
            where known.position < excluded.position
            """;

    private final JdbcTemplate jdbc;

    ListenerPositionRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Map<TopicPartition, Long> all() {
        var positions = new HashMap<TopicPartition, Long>();
        jdbc.query("select topic, partition, position from listener_position", row -> {
            positions.put(new TopicPartition(row.getString("topic"), row.getInt("partition")), row.getLong(3));
        });
        return positions;
    }

    /** Never moves a position backwards: another instance may have taken over a partition. */
    void advance(Map<TopicPartition, Long> positions) {
        List<Object[]> rows = positions.entrySet().stream()
                .map(it -> new Object[] {it.getKey().topic(), it.getKey().partition(), it.getValue()})
                .toList();
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(ADVANCE, rows);
        }
    }
}
