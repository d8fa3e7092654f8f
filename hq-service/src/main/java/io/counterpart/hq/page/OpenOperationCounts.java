package io.counterpart.hq.page;

/**
 * The query behind all figures of open operations. It reads the operations of all channel databases, also of those that
 * are not configured any more, so that the home page, the status page and the API agree.
 */
public final class OpenOperationCounts {

    /** One row per channel database: pending, waiting and failed operations, and the row IDs of the oldest. */
    public static final String BY_CHANNEL_DATABASE = """
            select channel_database,
              count(*) filter (where status = 'PENDING') pending,
              count(*) filter (where status = 'WAITING') waiting,
              count(*) filter (where status = 'FAILED') failed,
              min(recid) oldest,
              min(recid) filter (where status <> 'FAILED') oldest_not_failed
            from open_operation group by channel_database
            """;

    private OpenOperationCounts() {}
}
