package io.counterpart.hq.configuration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.configuration.ChannelClerk;

/** Reads clerks in the form that the channels receive. */
@Repository
class ChannelClerkRepository {

    private static final String ACTIVE = """
            select works.channel, clerk.id, clerk.name, clerk.pin_hash, clerk.pin_set_at
            from clerk_channel as works join clerk on clerk.id = works.clerk
            where works.channel = any(:channels) and clerk.active
            order by clerk.id
            """;

    private final JdbcClient jdbc;

    ChannelClerkRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The active clerks by channel. */
    Map<String, List<ChannelClerk>> activeIn(String[] channels) {
        var clerks = new HashMap<String, List<ChannelClerk>>();
        jdbc.sql(ACTIVE).param("channels", channels).query(row -> {
            clerks.computeIfAbsent(row.getString("channel"), it -> new ArrayList<>())
                    .add(new ChannelClerk(
                            UUID.fromString(row.getString("id")),
                            row.getString("name"),
                            row.getString("pin_hash"),
                            row.getTimestamp("pin_set_at").toInstant()));
        });
        return clerks;
    }
}
