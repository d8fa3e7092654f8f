package io.counterpart.hq.access;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.security.Role;

/** The table {@code hq_user}. */
@Repository
class HqUserRepository {

    /** The wrong passwords in a row that lock a user. */
    static final int ATTEMPTS = 5;

    private static final String SELECT = """
            select username, password_hash, role, enabled, failed_sign_ins, locked_until, created_at, last_used_at, version,
              company
            from hq_user
            """;

    // Counts the attempt and locks the user in one statement; a locked user is not counted. The lock doubles with every
    // further wrong password up to an hour. The last administrator is locked for half a minute at most: an attacker
    // must not be able to keep the only one out.
    private static final String COUNT_ATTEMPT = """
            update hq_user
            set failed_sign_ins = failed_sign_ins + 1,
                locked_until = case when failed_sign_ins + 1 >= :limit then :now::timestamptz + least(
                  interval '1 hour',
                  interval '5 minutes' * power(2, least(failed_sign_ins + 1 - :limit, 10)),
                  case when role = 'ADMIN' and (select count(*) from hq_user where role = 'ADMIN' and enabled) = 1
                    then interval '30 seconds' end) end
            where username = :username and not company and (locked_until is null or locked_until <= :now::timestamptz)
            returning username, password_hash, role, enabled, failed_sign_ins, locked_until, created_at, last_used_at,
              version, company
            """;

    // Another role ends the sessions of the user. A user with a password is not taken over.
    private static final String SIGN_IN_FROM_COMPANY = """
            insert into hq_user (username, password_hash, role, created_at, company)
            values (:username, '', :role, :now::timestamptz, true)
            on conflict (username) do update
            set role = excluded.role, version = hq_user.version + (hq_user.role <> excluded.role)::int
            where hq_user.company
            returning username, password_hash, role, enabled, failed_sign_ins, locked_until, created_at, last_used_at,
              version, company
            """;

    // A row that another request is updating is skipped: that request records the same use.
    private static final String RECORD_USE = """
            update hq_user set last_used_at = :now
            where username in (
              select username from hq_user
              where username = :username and (last_used_at is null or last_used_at <= :unrecorded)
              for update skip locked)
            """;

    private final JdbcClient jdbc;

    HqUserRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<HqUser> all() {
        return jdbc.sql(SELECT + "order by username").query(HqUser.class).list();
    }

    Optional<HqUser> find(String username) {
        return jdbc.sql(SELECT + "where username = :username")
                .param("username", username)
                .query(HqUser.class)
                .optional();
    }

    /** Returns false if the user exists already. */
    boolean add(String username, String hash, Role role, Instant at) {
        return jdbc.sql("""
                        insert into hq_user (username, password_hash, role, created_at) values (:username, :hash, :role, :at)
                        on conflict do nothing
                        """)
                        .param("username", username)
                        .param("hash", hash)
                        .param("role", role.name())
                        .param("at", utc(at))
                        .update()
                == 1;
    }

    /** The user with this role, created at the first sign-in; empty: a user with a password has the name. */
    Optional<HqUser> signInFromCompany(String username, Role role, Instant now) {
        return jdbc.sql(SIGN_IN_FROM_COMPANY)
                .param("username", username)
                .param("role", role.name())
                .param("now", now.toString())
                .query(HqUser.class)
                .optional();
    }

    /** Returns false if the version has changed. */
    boolean change(String username, Role role, boolean enabled, long version) {
        return jdbc.sql("""
                        update hq_user set role = :role, enabled = :enabled, version = version + 1
                        where username = :username and version = :version
                        """)
                        .param("username", username)
                        .param("role", role.name())
                        .param("enabled", enabled)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Returns false if the user does not exist, or signs in at the company's identity provider. */
    boolean changePassword(String username, String hash) {
        return jdbc.sql("""
                        update hq_user
                        set password_hash = :hash, failed_sign_ins = 0, locked_until = null, version = version + 1
                        where username = :username and not company
                        """).param("username", username).param("hash", hash).update() == 1;
    }

    /** The user of a sign-in attempt, which is counted; empty: there is no such user, or the user is locked. */
    Optional<HqUser> countAttempt(String username, Instant now) {
        return jdbc.sql(COUNT_ATTEMPT)
                .param("limit", ATTEMPTS)
                .param("now", now.toString())
                .param("username", username)
                .query(HqUser.class)
                .optional();
    }

    void resetAttempts(String username) {
        jdbc.sql("update hq_user set failed_sign_ins = 0, locked_until = null where username = :username")
                .param("username", username)
                .update();
    }

    void remove(String username) {
        jdbc.sql("delete from hq_user where username = :username")
                .param("username", username)
                .update();
    }

    /** Returns false if the version has changed. */
    boolean delete(String username, long version) {
        return jdbc.sql("delete from hq_user where username = :username and version = :version")
                        .param("username", username)
                        .param("version", version)
                        .update()
                == 1;
    }

    /** Ends all sessions, which belong to a version of the user; returns false if there is no such user. */
    boolean endSessions(String username) {
        return jdbc.sql("update hq_user set version = version + 1 where username = :username")
                        .param("username", username)
                        .update()
                == 1;
    }

    /** Records that the user is active, unless that was recorded within the last minute. */
    void recordUse(HqUser user, Instant now) {
        jdbc.sql(RECORD_USE)
                .param("username", user.username())
                .param("now", utc(now))
                .param("unrecorded", utc(now.minus(HqUser.USE_PRECISION)))
                .update();
    }

    /** Two administrators who remove each other at the same time must not both succeed: the second one waits. */
    void lockAdministrators() {
        jdbc.sql("select username from hq_user where role = 'ADMIN' and enabled order by username for update")
                .query(String.class)
                .list();
    }

    int enabledAdministrators() {
        return jdbc.sql("select count(*) from hq_user where role = 'ADMIN' and enabled")
                .query(Integer.class)
                .single();
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
