package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.counterpart.hq.customer.Application.Refused;
import io.counterpart.hq.customer.CustomerMaster;
import io.counterpart.hq.customer.CustomerMaster.Changed;
import io.counterpart.hq.customer.MasterCustomer;
import io.counterpart.hq.distribution.Distribution;

/** Publishes that no conversion could bear an operation of an existing customer. */
@Component
class RefusalPublisher {

    private static final String FIND = """
            select async_customer_id, channel_database, operation_number from open_operation where recid = :recid
            """;

    private final JdbcClient jdbc;
    private final CustomerMaster master;
    private final Distribution distribution;

    RefusalPublisher(JdbcClient jdbc, CustomerMaster master, Distribution distribution) {
        this.jdbc = jdbc;
        this.master = master;
        this.distribution = distribution;
    }

    /** In the transaction that marks the operation as failed. */
    void publish(long recid, Refused refusal, Instant now) {
        jdbc.sql(FIND)
                .param("recid", recid)
                .query((row, number) -> new Operation(row.getObject(1, UUID.class), row.getString(2), row.getInt(3)))
                .optional()
                .ifPresent(operation -> publish(operation, refusal, now));
    }

    private void publish(Operation operation, Refused refusal, Instant now) {
        MasterCustomer before = master.lock(List.of(operation.customer())).get(operation.customer());
        if (before == null) {
            return;
        }
        MasterCustomer after =
                before.refused(operation.customer(), operation.channelDatabase(), operation.number(), refusal);
        if (!after.equals(before)) {
            MasterCustomer next = after.nextVersion(before);
            master.store(List.of(), List.of(new Changed(before, next)), now);
            distribution.append(List.of(distribution.snapshot(next.snapshot(), null, now)));
        }
    }

    private record Operation(UUID customer, String channelDatabase, int number) {}
}
