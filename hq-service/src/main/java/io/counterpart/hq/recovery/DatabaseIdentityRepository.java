package io.counterpart.hq.recovery;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.messaging.database.DatabaseIdentity;

/** Which database this is, and when HQ last worked on it. */
@Repository
class DatabaseIdentityRepository {

    private static final String UNKNOWN = "unknown";

    private final JdbcClient jdbc;
    private final DatabaseIdentity identity;

    DatabaseIdentityRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.identity = new DatabaseIdentity(jdbc);
    }

    /** The current identity; the known one if it cannot be read. */
    String current(@Nullable Known known) {
        String before = known == null ? UNKNOWN : known.identity();
        return before.equals(UNKNOWN) && known != null
                ? before
                : identity.current().orElse(before);
    }

    Optional<Known> known() {
        return jdbc.sql("select identity, alive_at from database_identity")
                .query((row, n) ->
                        new Known(row.getString(1), row.getTimestamp(2).toInstant()))
                .optional();
    }

    void save(String identity, Instant at) {
        jdbc.sql("""
                        insert into database_identity (identity, alive_at) values (:identity, :at)
                        on conflict (id) do update set identity = excluded.identity,
                          alive_at = greatest(database_identity.alive_at, excluded.alive_at)
                        """)
                .param("identity", identity)
                .param("at", Timestamp.from(at))
                .update();
    }

    boolean hasCustomers() {
        return jdbc.sql("select exists (select from customer)")
                .query(Boolean.class)
                .single();
    }

    /** A channel database that reports an account number which no customer has here. */
    // A subquery for each of the few heartbeats; "not exists" would be a join that reads all customers, every second.
    Optional<String> channelAhead() {
        return jdbc.sql("""
                        select channel_database || ' knows account number ' || (report ->> 'highestAccountNumber')
                        from channel_heartbeat
                        where report ->> 'highestAccountNumber' is not null and (
                          select account_number from customer
                          where account_number = report ->> 'highestAccountNumber') is null
                          and (
                          select account_number from customer_number_alias
                          where account_number = report ->> 'highestAccountNumber') is null
                        limit 1
                        """).query(String.class).optional();
    }

    /** Whether every known channel database has sent a heartbeat since then. */
    boolean heardOfAllSince(Instant since) {
        return jdbc.sql("""
                        select not exists (
                          select from channel_database left join channel_heartbeat on channel_database = name
                          where at is null or at < :since)
                        """)
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    /** Raises the configuration version above every version that a channel uses. */
    void raiseConfigurationVersion(int gap) {
        jdbc.sql("""
                        select setval('configuration_version', :gap + greatest(
                          (select last_value from configuration_version),
                          (select coalesce(max(greatest((report ->> 'globalVersion')::bigint, (
                             select max(value::bigint) from jsonb_each_text(report -> 'channelVersions')))), 0)
                           from channel_heartbeat)))
                        """).param("gap", gap).query(Long.class).single();
    }

    /** The identity as last stored. */
    record Known(String identity, Instant aliveAt) {}
}
