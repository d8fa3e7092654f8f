package io.counterpart.channel.purge;

import java.sql.Timestamp;
import java.time.Instant;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.support.purge.PurgeBatchResult;

/** The statements of the purge; each reads a bounded number of rows. */
@Repository
class PurgeRepository {

    // Age alone deletes nothing: HQ has applied the operation, and the account number is stored here. Two instances may
    // purge concurrently; neither waits for the other.
    private static final String OPERATIONS = """
            with batch as (
              select replication_counter, aggregateid, aggregateversion, created_at
              from async_operation
              where replication_counter > :after
              order by replication_counter
              limit :size
              for update skip locked
            ), purged as (
              delete from async_operation as operation
              using batch
              join customer on customer.async_customer_id = batch.aggregateid::uuid
              where operation.replication_counter = batch.replication_counter
                and batch.created_at < :before
                and customer.account_number is not null
                and customer.applied_operation >= batch.aggregateversion
                and not exists (
                  select from async_operation_queue as queue
                  where queue.replication_counter = batch.replication_counter)
              returning 1
            )
            select count(*)::int as seen,
              coalesce(max(replication_counter), 0) as last,
              coalesce(min(created_at) < :before, false) as old,
              (select count(*)::int from purged) as purged
            from batch
            """;

    private static final String SESSIONS = """
            delete from upload_session
            where id in (
              select id from upload_session where finished_at < :before limit :size for update skip locked)
            """;

    private static final String CUSTOMER_TOKENS = """
            delete from customer_token
            where sha256 in (
              select sha256 from customer_token where expires_at < :now limit :size for update skip locked)
            """;

    private static final String BROWSER_SESSIONS = """
            delete from browser_session
            where sha256 in (
              select sha256 from browser_session where idle_until < :now limit :size for update skip locked)
            """;

    private static final String SIGN_UP_CLAIMS = """
            delete from sign_up_claim
            where email_sha256 in (
              select email_sha256 from sign_up_claim where expires_at < :now limit :size for update skip locked)
            """;

    private static final String OFFLINE_OPERATIONS = """
            delete from offline_operation
            where operation_id in (
              select operation_id from offline_operation where created_at < :now limit :size for update skip locked)
            """;

    private static final String TILL_STATES = """
            delete from till_state
            where (channel, device) in (
              select till.channel, till.device from till_state as till
              where till.heard_at < :now
                or not exists (
                  select from device_token as token
                  where token.channel = till.channel and token.device = till.device and token.role = 'TILL')
              limit :size for update of till skip locked)
            """;

    // A till that may try again for a day has nothing left to wait for.
    private static final String CLERK_SIGN_IN_ATTEMPTS = """
            delete from clerk_sign_in_attempt
            where (token_sha256, clerk) in (
              select token_sha256, clerk from clerk_sign_in_attempt
              where blocked_until < :now limit :size for update skip locked)
            """;

    // A sign-in at the moment of the revocation may have made a key. The key of a token that only 1070 does not contain
    // stays: a restore of HQ may have lost the token for a while.
    private static final String DATA_KEYS = """
            delete from till_data_key
            where token_sha256 in (
              select key.token_sha256 from till_data_key as key
              join revoked_token on revoked_token.sha256 = key.token_sha256
              where key.created_at < :now
              limit :size for update of key skip locked)
            """;

    private final JdbcClient jdbc;

    PurgeRepository(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    PurgeBatchResult purgeOperations(long after, Instant before, int size) {
        return jdbc.sql(OPERATIONS)
                .param("after", after)
                .param("before", Timestamp.from(before))
                .param("size", size)
                .query(PurgeBatchResult.class)
                .single();
    }

    int purgeCustomerTokens(Instant now, int size) {
        return purgeExpired(CUSTOMER_TOKENS, now, size);
    }

    int purgeBrowserSessions(Instant now, int size) {
        return purgeExpired(BROWSER_SESSIONS, now, size);
    }

    int purgeSignUpClaims(Instant now, int size) {
        return purgeExpired(SIGN_UP_CLAIMS, now, size);
    }

    int purgeOfflineOperations(Instant before, int size) {
        return purgeExpired(OFFLINE_OPERATIONS, before, size);
    }

    /** Tills that were not heard since, or whose tokens were revoked. */
    int purgeTillStates(Instant before, int size) {
        return purgeExpired(TILL_STATES, before, size);
    }

    int purgeClerkSignInAttempts(Instant before, int size) {
        return purgeExpired(CLERK_SIGN_IN_ATTEMPTS, before, size);
    }

    /** Those of revoked tokens. */
    int purgeDataKeys(Instant before, int size) {
        return purgeExpired(DATA_KEYS, before, size);
    }

    private int purgeExpired(String sql, Instant now, int size) {
        return jdbc.sql(sql)
                .param("now", Timestamp.from(now))
                .param("size", size)
                .update();
    }

    int purgeSessions(Instant before, int size) {
        return jdbc.sql(SESSIONS)
                .param("before", Timestamp.from(before))
                .param("size", size)
                .update();
    }
}
