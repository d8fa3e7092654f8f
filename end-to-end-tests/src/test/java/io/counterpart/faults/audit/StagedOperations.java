package io.counterpart.faults.audit;

import java.util.List;
import java.util.UUID;

/** The operations that HQ has staged, according to its tables. */
public final class StagedOperations {

    private static final String DONE = """
            select operation.async_customer_id, channel, operation_number, last_name
            from async_operation as operation
            join customer on customer.async_customer_id = operation.async_customer_id
            where channel_database = ? and last_name like ?
              and not exists (select from open_operation where open_operation.recid = operation.recid)
            order by recid desc
            limit 50
            """;

    private static final String FAILED = """
            select operation_id, async_operation.async_customer_id, async_operation.channel_database, kind, payload,
              coalesce(error_code, '') as error_code
            from open_operation
            join async_operation using (recid)
            where status = 'FAILED' and async_operation.channel_database <> 'nowhere'
            order by recid
            """;

    private static final String STATUS = """
            select coalesce((select status from open_operation where open_operation.recid = operation.recid), 'SUCCEEDED')
            from async_operation as operation
            where operation_id = ?
            """;

    private static final String PENDING = """
            select count(*) from open_operation where status = 'PENDING' and channel_database <> 'nowhere'
            """;

    private final DatabaseAudit hq;
    private final String markers;

    public StagedOperations(String hq, String markers) {
        this.hq = new DatabaseAudit("hq", hq);
        this.markers = markers;
    }

    /** Some of the newest operations of a channel database that have taken effect. */
    public List<Target> done(String channelDatabase) {
        return hq.list(
                DONE,
                row -> new Target(
                        row.getObject("async_customer_id", UUID.class),
                        row.getString("channel"),
                        row.getInt("operation_number"),
                        row.getString("last_name")),
                channelDatabase,
                markers + "%");
    }

    public boolean noneIsPending() {
        return hq.count(PENDING) == 0;
    }

    public List<Failed> failed() {
        return hq.list(
                FAILED,
                row -> new Failed(
                        row.getObject("operation_id", UUID.class),
                        row.getObject("async_customer_id", UUID.class),
                        row.getString("channel_database"),
                        row.getString("kind"),
                        row.getString("payload"),
                        row.getString("error_code")));
    }

    /** The status as HQ's API names it; {@code UNKNOWN}: HQ does not have the operation. */
    public String status(UUID operationId) {
        return hq.list(STATUS, row -> row.getString(1), operationId).stream()
                .findFirst()
                .orElse("UNKNOWN");
    }

    /** An operation that has taken effect. */
    public record Target(UUID asyncCustomerId, String channel, int operationNumber, String marker) {}

    /** An operation that HQ refused. */
    public record Failed(
            UUID operationId, UUID asyncCustomerId, String database, String kind, String payload, String code) {}
}
