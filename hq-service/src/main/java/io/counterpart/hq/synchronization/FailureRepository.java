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

import io.counterpart.hq.topics.WireJson;

/** Marks operations as failed, and records conversion attempts with their reasons. */
@Repository
class FailureRepository {

    private static final String FAIL = """
            update open_operation
            set status = 'FAILED', attempts = attempts + 1, error_class = failed.error_class,
                error_code = failed.error_code, error_text = failed.error_text,
                told = told + (operation_number = 1)::int, version = version + 1
            from unnest(:recids::bigint[], :classes::text[], :codes::text[], :texts::text[])
              as failed (recid, error_class, error_code, error_text)
            where open_operation.recid = failed.recid
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
    private final WireJson json;

    FailureRepository(JdbcClient jdbc, WireJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<FailedOperation> find(long recid) {
        return jdbc.sql(FIND).param("recid", recid).query(FailedOperation.class).optional();
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
