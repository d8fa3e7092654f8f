package io.counterpart.hq.sender;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.security.TokenGenerator;
import io.counterpart.messaging.signature.HmacKey;

/** Reads the channel databases, their channels and their tokens. */
@Repository
class SenderRepository {

    private static final String DATABASES =
            "select name from channel_database union select channel_database from channel_former_database";

    private static final String CHANNELS = """
            select channel, channel_database from channel
            union select channel, channel_database from channel_former_database
            """;

    private static final String TOKENS = """
            select channel_database, sha256 from device_token
            where role = 'CHANNEL_DATABASE' and channel_database is not null
              and (expires_at is null or expires_at > now())
            """;

    private final JdbcClient jdbc;
    private final boolean demoTokens;

    SenderRepository(JdbcClient jdbc, Environment environment) {
        this.jdbc = jdbc;
        this.demoTokens = environment.acceptsProfiles(Profiles.of("local"));
    }

    KnownSenders all() {
        long now = System.nanoTime();
        return new KnownSenders(
                Set.copyOf(jdbc.sql(DATABASES).query(String.class).list()), channels(), keys(), now);
    }

    private Map<String, Set<String>> channels() {
        var channels = new HashMap<String, Set<String>>();
        jdbc.sql(CHANNELS).query(row -> {
            channels.computeIfAbsent(row.getString(1), it -> new HashSet<>()).add(row.getString(2));
        });
        return channels;
    }

    private Map<String, List<HmacKey>> keys() {
        var keys = new HashMap<String, List<HmacKey>>();
        jdbc.sql(TOKENS).query(row -> {
            String database = row.getString(1);
            String hash = row.getString(2);
            if (demoTokens || !isDemo(hash, database)) {
                keys.computeIfAbsent(database, it -> new ArrayList<>())
                        .add(HmacKey.derivedFrom(HexFormat.of().parseHex(hash)));
            }
        });
        return keys;
    }

    // The demo tokens are public: a copy of a demo database must not let everybody sign.
    private static boolean isDemo(String hash, String database) {
        return hash.equals(TokenGenerator.sha256(TokenGenerator.DEMO_PREFIX + "rts-" + database));
    }
}
