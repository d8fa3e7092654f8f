package io.counterpart.channel.clerk;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

import io.counterpart.contract.configuration.ChannelClerk;

/** The tables of clerks and of their revocations. */
@Repository
class ClerkRepository {

    // A revocation and 1070 arrive in any order, so neither deletes what the other wrote.
    private static final String NOT_REVOKED = """
            not exists (
              select from clerk_revocation
              where clerk_revocation.clerk = clerk.id and clerk_revocation.revoked_at > clerk.pin_set_at)
            """;

    private static final String OF_CHANNEL =
            "select id, name from clerk where channel = ? and " + NOT_REVOKED + " order by lower(name), id";

    private static final String FIND =
            "select id, name, pin_hash, pin_set_at from clerk where channel = ? and id = ? and " + NOT_REVOKED;

    private static final String ADD = """
            insert into clerk (channel, id, name, pin_hash, pin_set_at) values (?, ?, ?, ?, ?)
            on conflict (channel, id) do update
            set name = excluded.name, pin_hash = excluded.pin_hash, pin_set_at = excluded.pin_set_at
            """;

    private static final String REVOKE = """
            insert into clerk_revocation as known (clerk, revoked_at) values (?, ?)
            on conflict (clerk) do update set revoked_at = greatest(known.revoked_at, excluded.revoked_at)
            """;

    private final JdbcTemplate jdbc;

    ClerkRepository(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    List<ClerkView> ofChannel(String channel) {
        return jdbc.query(
                OF_CHANNEL, (row, n) -> new ClerkView(row.getObject("id", UUID.class), row.getString("name")), channel);
    }

    Optional<StoredClerk> find(String channel, UUID id) {
        return jdbc
                .query(
                        FIND,
                        (row, n) -> new StoredClerk(
                                row.getObject("id", UUID.class),
                                row.getString("name"),
                                row.getString("pin_hash"),
                                row.getTimestamp("pin_set_at").toInstant()),
                        channel,
                        id)
                .stream()
                .findFirst();
    }

    void replace(String channel, List<ChannelClerk> clerks) {
        jdbc.update("delete from clerk where channel = ?", channel);
        jdbc.batchUpdate(ADD, clerks, 500, (insert, clerk) -> {
            insert.setString(1, channel);
            insert.setObject(2, clerk.id());
            insert.setString(3, clerk.name());
            insert.setString(4, clerk.pinHash());
            insert.setTimestamp(5, Timestamp.from(clerk.pinSetAt()));
        });
    }

    /** Refuses the PINs that were set before this time, and deletes the revocations from before the other time. */
    void revoke(UUID clerk, Instant at, Instant keptSince) {
        jdbc.update("delete from clerk_revocation where revoked_at < ?", Timestamp.from(keptSince));
        jdbc.update(REVOKE, clerk, Timestamp.from(at));
    }
}
