package io.counterpart.channel.configuration;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Repository;

import io.counterpart.channel.event.ChannelEvent;
import io.counterpart.channel.event.ChannelEventPublisher;
import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.contract.configuration.ChannelConfiguration;
import io.counterpart.contract.configuration.GlobalConfiguration;

/** The tables of applied configuration, guarded by versions: an older or equal version changes nothing. */
@Repository
class ConfigurationRepository {

    private static final String APPLY_CHANNEL = """
            insert into channel_configuration as known (channel, version, payload, applied_at)
            values (?, ?, ?::jsonb, ?)
            on conflict (channel) do update
            set version = excluded.version, payload = excluded.payload, applied_at = excluded.applied_at
            where known.version < excluded.version
            """;

    private static final String APPLY_GLOBAL = """
            insert into global_configuration as known (version, payload, applied_at)
            values (?, ?::jsonb, ?)
            on conflict (id) do update
            set version = excluded.version, payload = excluded.payload, applied_at = excluded.applied_at
            where known.version < excluded.version
            """;

    private static final String STAMP = """
            select concat(
              (select string_agg(channel || version, ',' order by channel) from channel_configuration), '/',
              (select version from global_configuration))
            """;

    private static final String CHANNELS =
            "select version, payload, applied_at from channel_configuration where payload <> 'null'";
    private static final String GLOBAL = "select version, payload, applied_at from global_configuration";

    private final JdbcTemplate jdbc;
    private final ChannelEventPublisher events;

    ConfigurationRepository(JdbcTemplate jdbc, ChannelEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** Returns whether this version is new; a new version is also published as an event. */
    boolean apply(ChannelConfiguration channel, Instant at) {
        String name = channel.channel();
        long version = channel.version();
        return jdbc.update(APPLY_CHANNEL, name, version, MessageJson.write(channel), Timestamp.from(at)) == 1
                && publish(ChannelEvent.configuration(name, version, at));
    }

    boolean apply(GlobalConfiguration global, Instant at) {
        return jdbc.update(APPLY_GLOBAL, global.version(), MessageJson.write(global), Timestamp.from(at)) == 1
                && publish(ChannelEvent.configuration(null, global.version(), at));
    }

    private boolean publish(ChannelEvent event) {
        events.append(List.of(event));
        return true;
    }

    /**
     * Stores only the version of a channel of another channel database, without its configuration; returns whether the
     * version is new.
     */
    boolean passOver(ChannelConfiguration channel, Instant at) {
        return jdbc.update(APPLY_CHANNEL, channel.channel(), channel.version(), "null", Timestamp.from(at)) == 1;
    }

    String stamp() {
        return String.valueOf(jdbc.queryForObject(STAMP, String.class));
    }

    ConfigurationSnapshot view() {
        return new ConfigurationSnapshot(stamp(), channels(), global());
    }

    private Map<String, AppliedVersion<ChannelConfiguration>> channels() {
        return jdbc.query(CHANNELS, applied(ChannelConfiguration.class)).stream()
                .collect(Collectors.toUnmodifiableMap(applied -> applied.value().channel(), applied -> applied));
    }

    private @Nullable AppliedVersion<GlobalConfiguration> global() {
        return jdbc.query(GLOBAL, applied(GlobalConfiguration.class)).stream()
                .findFirst()
                .orElse(null);
    }

    private static <T> RowMapper<AppliedVersion<T>> applied(Class<T> type) {
        return (row, n) -> new AppliedVersion<>(
                MessageJson.read(row.getString("payload"), type),
                row.getLong("version"),
                row.getTimestamp("applied_at").toInstant());
    }
}
