package io.counterpart.channel.till;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.session.ChannelReport.TillState;

/** The table {@code till_state}. */
@Repository
class TillStateRepository {

    private static final String SAVE = """
            insert into till_state
              (channel, device, version, heard_at, clock_skew_seconds, unsent, refused, oldest_unsent_at, online)
            values
              (:channel, :device, :version, :heardAt, :skew, :unsent, :refused, :oldest::timestamptz, :online::boolean)
            on conflict (channel, device) do update
            set version = excluded.version, heard_at = excluded.heard_at,
              clock_skew_seconds = excluded.clock_skew_seconds, unsent = excluded.unsent, refused = excluded.refused,
              oldest_unsent_at = excluded.oldest_unsent_at, online = excluded.online
            """;

    // A till whose tokens were revoked is not reported.
    private static final String AFTER = """
            select channel, device, version, heard_at, clock_skew_seconds, unsent, refused, oldest_unsent_at, online
            from till_state as till
            where (channel, device) > (:channel, :device)
              and exists (
                select from device_token as token
                where token.channel = till.channel and token.device = till.device and token.role = 'TILL')
            order by channel, device limit :limit
            """;

    private final JdbcClient jdbc;

    TillStateRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void save(TillState state) {
        jdbc.sql(SAVE)
                .param("channel", state.channel())
                .param("device", state.device())
                .param("version", state.version())
                .param("heardAt", Timestamp.from(state.heardAt()))
                .param("skew", state.clockSkewSeconds())
                .param("unsent", state.unsent())
                .param("refused", state.refused())
                .param("oldest", timestamp(state.oldestUnsentAt()))
                .param("online", state.online())
                .update();
    }

    /** The next tills in the order of channel and device; after null: the first ones. */
    List<TillState> after(@Nullable TillState last, int limit) {
        return jdbc.sql(AFTER)
                .param("channel", last == null ? "" : last.channel())
                .param("device", last == null ? "" : last.device())
                .param("limit", limit)
                .query(TillState.class)
                .list();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }
}
