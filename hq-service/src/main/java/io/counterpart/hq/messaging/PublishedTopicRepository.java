package io.counterpart.hq.messaging;

import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code published_topic}: the IDs of the topics from which channels load their data. */
@Repository
class PublishedTopicRepository {

    // Only one node updates the row: the others find the new ID and return no row.
    private static final String SAVE = """
            insert into published_topic as known (name, topic_id, seen_at)
            values (:name, :id, :at::timestamptz)
            on conflict (name) do update
            set topic_id = excluded.topic_id, seen_at = excluded.seen_at
            where known.topic_id <> excluded.topic_id
            returning (xmax <> 0)
            """;

    private final JdbcClient jdbc;

    PublishedTopicRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Saves the IDs and returns the names of topics whose ID has changed. */
    Set<String> save(Map<String, String> idsByName, Instant at) {
        var changed = new HashSet<String>();
        idsByName.forEach((name, id) -> jdbc.sql(SAVE)
                .param("name", name)
                .param("id", id)
                .param("at", at.toString())
                .query(Boolean.class)
                .optional()
                .filter(replaced -> replaced)
                .ifPresent(replaced -> changed.add(name)));
        return changed;
    }
}
