package io.counterpart.hq.deadletter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.deadletter.DeadLetterRepository.Settlement;

/** Statements about groups of dead letters. */
@Repository
class DeadLetterGroupRepository {

    // More exist only if someone creates topics for it.
    private static final int MOST_GROUPS = 200;

    private static final String GROUPS = """
            select cause, topic, count(*) as letters, count(*) filter (where status = 'OPEN') as open,
              min(arrived_at) as oldest, max(arrived_at) as newest,
              coalesce(max(id) filter (where status = 'OPEN'), 0) as up_to,
              (array_agg(distinct channel_database order by channel_database)
                filter (where channel_database is not null))[1\\:%1$d] as channel_databases,
              (array_agg(distinct channel order by channel) filter (where channel is not null))[1\\:%1$d] as channels
            from dead_letter
            where (:all or status = 'OPEN')
              and (cast(:cause as text) is null or cause = :cause) and (cast(:topic as text) is null or topic = :topic)
            group by cause, topic order by open desc, letters desc, cause, topic limit :limit
            """.formatted(DeadLetterGroup.MOST_NAMES);

    private static final String COUNT = """
            select count(*) from dead_letter
            where status = 'OPEN' and cause = :cause and topic = :topic and id <= :upTo
            """;

    // What a retry is publishing at the moment is left out.
    private static final String DISCARD = """
            update dead_letter set status = :status, settled_by = left(:who, 40), settled_at = cast(:at as timestamptz),
              settled_because = :why
            where id in (
              select id from dead_letter
              where status = 'OPEN' and cause = :cause and topic = :topic and id <= :upTo
                and coalesce(claimed_until <= cast(:at as timestamptz), true)
              order by id limit :limit for update skip locked)
            """;

    private final JdbcClient jdbc;

    DeadLetterGroupRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The largest first. */
    List<DeadLetterGroup> list(boolean all) {
        return list(new DeadLetterFilter(all, null, null));
    }

    Optional<DeadLetterGroup> find(boolean all, DeadLetterCause cause, String topic) {
        return list(new DeadLetterFilter(all, cause, topic)).stream().findFirst();
    }

    private List<DeadLetterGroup> list(DeadLetterFilter filter) {
        return jdbc.sql(GROUPS)
                .param("all", filter.all())
                .param("cause", filter.cause() == null ? null : filter.cause().name())
                .param("topic", filter.topic())
                .param("limit", MOST_GROUPS)
                .query(DeadLetterGroupRepository::group)
                .list();
    }

    private static DeadLetterGroup group(ResultSet row, int number) throws SQLException {
        return new DeadLetterGroup(
                DeadLetterCause.stored(row.getString("cause")),
                row.getString("topic"),
                row.getLong("letters"),
                row.getLong("open"),
                row.getTimestamp("oldest").toInstant(),
                row.getTimestamp("newest").toInstant(),
                row.getLong("up_to"),
                names(row, "channel_databases"),
                names(row, "channels"));
    }

    private static List<String> names(ResultSet row, String column) throws SQLException {
        var array = row.getArray(column);
        return array == null
                ? List.of()
                : Arrays.stream((Object[]) array.getArray())
                        .map(String::valueOf)
                        .toList();
    }

    int count(DeadLetterSelection selection) {
        return jdbc.sql(COUNT)
                .param("cause", selection.cause().name())
                .param("topic", selection.topic())
                .param("upTo", selection.upTo())
                .query(Integer.class)
                .single();
    }

    /** Discards the oldest of the selection; returns how many. */
    int discard(DeadLetterSelection selection, Settlement settlement, int limit) {
        return jdbc.sql(DISCARD)
                .param("status", settlement.status())
                .param("who", settlement.who())
                .param("at", settlement.at().toString())
                .param("why", settlement.why())
                .param("cause", selection.cause().name())
                .param("topic", selection.topic())
                .param("upTo", selection.upTo())
                .param("limit", limit)
                .update();
    }
}
