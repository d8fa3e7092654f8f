package io.counterpart.hq.distribution;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

import io.counterpart.contract.Topics;
import io.counterpart.contract.snapshot.CustomerConverted;
import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.messaging.log.LogEntry;
import io.counterpart.messaging.log.OperationLog;

/**
 * Appends customer snapshots and assigned account numbers to the distribution log, in the transaction of the change.
 */
@Component
public class DistributionLogWriter {

    private final OperationLog log;
    private final LogEntryFactory entries;

    DistributionLogWriter(@Qualifier("distributionLog") OperationLog log, LogEntryFactory entries) {
        this.log = log;
        this.entries = entries;
    }

    /** Appends in the caller's transaction, in one statement. */
    public void append(List<LogEntry> entries) {
        log.append(entries);
    }

    /** Appends the current state of customers that no single operation changed. */
    public void appendSnapshots(List<CustomerSnapshot> customers, Instant at) {
        append(customers.stream().map(it -> snapshot(it, null, at)).toList());
    }

    /** Whether more records than this wait for 1010. */
    public boolean hasMoreWaitingThan(int records) {
        return log.hasMoreWaitingThan(records);
    }

    /**
     * A customer on 1010, with the account number as key, or the async customer ID while there is no account number.
     */
    public LogEntry snapshot(CustomerSnapshot customer, @Nullable String traceparent, Instant at) {
        String number = customer.accountNumber();
        String key = number == null ? customer.asyncCustomerId().toString() : number;
        return entries.entry(Topics.CUSTOMERS_1010, key, customer.version(), customer, traceparent, at);
    }

    /** Deletes the pending snapshot of a customer after it received an account number. */
    public LogEntry tombstoneForPending(UUID asyncCustomerId, long version, Instant at) {
        return new LogEntry(
                UUID.randomUUID(),
                Topics.CUSTOMERS_1010,
                asyncCustomerId.toString(),
                version,
                "CustomerSnapshot",
                null,
                null,
                at);
    }

    public LogEntry converted(CustomerConverted converted, @Nullable String traceparent, Instant at) {
        String key = converted.asyncCustomerId().toString();
        return entries.entry(Topics.CUSTOMERS_CONVERTED, key, 1, converted, traceparent, at);
    }
}
