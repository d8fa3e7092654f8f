package io.counterpart.hq.channel;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The channel databases that held a channel before: their late operations stay valid. */
@Repository
class FormerDatabaseRepository {

    private final JdbcClient jdbc;

    FormerDatabaseRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(String channel, String channelDatabase) {
        jdbc.sql("""
                        insert into channel_former_database (channel, channel_database) values (:channel, :database)
                        on conflict do nothing
                        """)
                .param("channel", channel)
                .param("database", channelDatabase)
                .update();
    }
}
