package io.counterpart.channel.recovery;

import java.util.Collection;
import java.util.Comparator;
import java.util.concurrent.atomic.AtomicReference;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * The highest account number of any customer here, for the heartbeat: HQ detects by it that its database was restored
 * from a backup. Read once from the table, then held in memory.
 */
@Component
public class HighestAccountNumber {

    private static final Logger log = LoggerFactory.getLogger(HighestAccountNumber.class);
    private static final Comparator<String> BY_NUMBER =
            Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder());

    private final CustomerReportRepository repository;
    private final AtomicReference<@Nullable String> highest = new AtomicReference<>();
    private boolean read;

    HighestAccountNumber(CustomerReportRepository repository) {
        this.repository = repository;
    }

    /** Includes the account numbers that arrived on 1010, or in an answer of the Real-time service. */
    public void saw(Collection<CustomerSnapshot> snapshots) {
        snapshots.forEach(it -> take(it.accountNumber()));
    }

    /** Null: no customer has a number, or the table could not be read yet. */
    public synchronized @Nullable String value() {
        if (!read) {
            try {
                take(repository.highestAccountNumber());
                read = true;
            } catch (DataAccessException e) {
                log.debug("The highest account number could not be read: {}", e.getMessage());
            }
        }
        return highest.get();
    }

    private void take(@Nullable String number) {
        if (number != null) {
            highest.accumulateAndGet(
                    number, (one, other) -> one == null || BY_NUMBER.compare(one, number) < 0 ? other : one);
        }
    }
}
