package io.counterpart.hq.clerk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads clerks for lists, and checks their names. */
@Repository
class ClerkReadRepository {

    private static final String LIST = """
            select clerk.position, clerk.id, clerk.name, clerk.active, clerk.pin_set_at,
              (select coalesce(array_agg(works.channel order by works.channel), '{}')
                from clerk_channel as works where works.clerk = clerk.id) as channels
            from clerk
            where (:channel::text is null or exists (
                select from clerk_channel as works where works.clerk = clerk.id and works.channel = :channel))
              and (:after = 0
                or lower(clerk.name) > (select lower(previous.name) from clerk as previous where previous.position = :after))
            order by lower(clerk.name) limit :limit
            """;

    private final JdbcClient jdbc;

    ClerkReadRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The clerks by name, behind the one with this position; 0: from the first. */
    List<ClerkRow> list(@Nullable String channel, long after, int limit) {
        return jdbc.sql(LIST)
                .param("channel", channel)
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new ClerkRow(row.getLong("position"), view(row)))
                .list();
    }

    List<String> channels() {
        return jdbc.sql("select channel from channel order by 1")
                .query(String.class)
                .list();
    }

    /** Whether another clerk has this name. Until the end of the transaction, no other one gets it. */
    boolean isNameTaken(String name, String id) {
        jdbc.sql("lock table clerk in share row exclusive mode").update();
        return jdbc.sql("select exists (select from clerk where lower(name) = lower(:name) and id <> :id)")
                .param("name", name)
                .param("id", id)
                .query(Boolean.class)
                .single();
    }

    private static ClerkView view(ResultSet row) throws SQLException {
        return new ClerkView(
                row.getString("id"),
                row.getString("name"),
                List.of((String[]) row.getArray("channels").getArray()),
                row.getBoolean("active"),
                row.getTimestamp("pin_set_at").toInstant());
    }

    /**
     * A clerk in a list.
     *
     * @param position for cursors
     */
    record ClerkRow(long position, ClerkView view) {}
}
