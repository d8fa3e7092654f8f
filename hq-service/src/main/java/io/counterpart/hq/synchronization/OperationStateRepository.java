package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

import io.counterpart.hq.duplicate.Decision;
import io.counterpart.hq.messaging.MessageJson;

/** Writes the state of open operations, and records conversion attempts with their reasons. */
@Repository
class OperationStateRepository {

    private static final String FAIL = """
            update open_operation
            set status = 'FAILED', attempts = attempts + 1, error_class = failed.error_class,
                error_code = failed.error_code, error_text = failed.error_text,
                told = told + (operation_number = 1)::int, version = version + 1
            from unnest(:recids::bigint[], :classes::text[], :codes::text[], :texts::text[])
              as failed (recid, error_class, error_code, error_text)
            where open_operation.recid = failed.recid
            """;

    private static final String AWAIT = """
            update open_operation set status = 'WAITING', next_attempt_at = :now::timestamptz
            where recid = any(:recids)
            """;

    // The first open operation of a customer and channel database decides: once it can be applied, all operations that
    // wait for it are claimed together. An operation with a used number blocks no other operation, because that number
    // is already applied.
    private static final String MARK_DUE = """
            with first as (
              select distinct on (async_customer_id, channel_database)
                async_customer_id, channel_database, operation_number, status
              from open_operation
              where async_customer_id in (select async_customer_id from open_operation where status = 'WAITING')
                and error_code is distinct from 'operation-number-used'
              order by async_customer_id, channel_database, operation_number)
            update open_operation
            set status = 'PENDING', next_attempt_at = :now::timestamptz
            from first
            left join customer_alias on customer_alias.alias = first.async_customer_id
            join customer
              on customer.async_customer_id = coalesce(customer_alias.async_customer_id, first.async_customer_id)
            where open_operation.status = 'WAITING'
              and open_operation.async_customer_id = first.async_customer_id
              and open_operation.channel_database = first.channel_database
              and first.status = 'WAITING'
              and first.operation_number <= coalesce((customer.applied_operations ->>
                case when customer_alias.alias is null then first.channel_database
                  else first.channel_database || '/' || customer_alias.alias end)::int, 0) + 1
            """;

    private static final String FIND = """
            select async_customer_id as customer, channel_database, operation_number as number
            from open_operation where recid = :recid
            """;

    private static final String RECORD = """
            insert into operation_attempt (recid, attempt, at, outcome, error_class, error_code, error_text)
            select tried.recid,
              coalesce((select max(attempt) from operation_attempt before where before.recid = tried.recid), 0) + 1,
              :at::timestamptz, outcome, error_class, error_code, error_text
            from unnest(:recids::bigint[], :outcomes::text[], :classes::text[], :codes::text[], :texts::text[])
              as tried (recid, outcome, error_class, error_code, error_text)
            """;

    private final JdbcClient jdbc;
    private final MessageJson json;

    OperationStateRepository(JdbcClient jdbc, MessageJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<FailedOperation> find(long recid) {
        return jdbc.sql(FIND).param("recid", recid).query(FailedOperation.class).optional();
    }

    void markAnnounced(Collection<@Nullable Long> recids) {
        if (!recids.isEmpty()) {
            jdbc.sql("update open_operation set told = told + 1 where recid = any(:recids)")
                    .param("recids", recids.toArray(Long[]::new))
                    .update();
        }
    }

    void decide(long recid, Decision decision) {
        jdbc.sql("update open_operation set decision = :kind, link_to = :customer where recid = :recid")
                .param("kind", decision.kind().name())
                .param("customer", decision.linkTo())
                .param("recid", recid)
                .update();
    }

    void close(Collection<Long> recids) {
        if (!recids.isEmpty()) {
            jdbc.sql("delete from open_operation where recid = any(:recids)")
                    .param("recids", recids.toArray(Long[]::new))
                    .update();
        }
    }

    void await(Collection<Long> recids, Instant now) {
        if (!recids.isEmpty()) {
            jdbc.sql(AWAIT)
                    .param("recids", recids.toArray(Long[]::new))
                    .param("now", now.toString())
                    .update();
        }
    }

    /**
     * Marks all waiting operations of a customer and channel database as due if the first of them can be applied;
     * returns their number.
     */
    int markDue(Instant now) {
        return jdbc.sql(MARK_DUE).param("now", now.toString()).update();
    }

    void fail(List<ConversionAttempt> failed) {
        jdbc.sql(FAIL)
                .param("recids", recids(failed))
                .param("classes", texts(failed, ConversionAttempt::errorClass))
                .param("codes", texts(failed, ConversionAttempt::errorCode))
                .param("texts", texts(failed, ConversionAttempt::errorText))
                .update();
    }

    void record(Collection<ConversionAttempt> tried, Instant at) {
        if (!tried.isEmpty()) {
            jdbc.sql(RECORD)
                    .param("at", at.toString())
                    .param("recids", recids(tried))
                    .param("outcomes", texts(tried, ConversionAttempt::outcome))
                    .param("classes", texts(tried, ConversionAttempt::errorClass))
                    .param("codes", texts(tried, ConversionAttempt::errorCode))
                    .param("texts", texts(tried, this::text))
                    .update();
        }
    }

    private @Nullable String text(ConversionAttempt attempt) {
        return attempt.overridden().isEmpty() ? attempt.errorText() : json.write(attempt.overridden());
    }

    private static Long[] recids(Collection<ConversionAttempt> attempts) {
        return attempts.stream().map(ConversionAttempt::recid).toArray(Long[]::new);
    }

    private static String[] texts(
            Collection<ConversionAttempt> attempts, Function<ConversionAttempt, @Nullable String> text) {
        return attempts.stream().map(text).toArray(String[]::new);
    }

    /** The key of an operation, known even if its JSON is unreadable. */
    record FailedOperation(UUID customer, String channelDatabase, int number) {}
}
