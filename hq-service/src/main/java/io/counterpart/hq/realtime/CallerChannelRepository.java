package io.counterpart.hq.realtime;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which channels a channel database may act for. */
@Repository
class CallerChannelRepository {

    private final JdbcClient jdbc;

    CallerChannelRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean belongsTo(@Nullable String channel, String channelDatabase) {
        return jdbc.sql("""
                        select exists (
                          select from channel where channel = :channel and channel_database = :database)
                        """)
                .param("channel", channel)
                .param("database", channelDatabase)
                .query(Boolean.class)
                .single();
    }

    boolean hasOnlineStore(String channelDatabase) {
        return jdbc.sql("""
                        select exists (
                          select from channel where type = 'ONLINE_STORE' and channel_database = :database)
                        """)
                .param("database", channelDatabase)
                .query(Boolean.class)
                .single();
    }
}
