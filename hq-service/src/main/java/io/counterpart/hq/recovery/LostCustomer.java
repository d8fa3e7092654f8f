package io.counterpart.hq.recovery;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * A customer from a snapshot of HQ that this database may have lost.
 *
 * @param pure whether the content contains no edits that HQ has not applied
 */
record LostCustomer(CustomerSnapshot snapshot, boolean pure) {

    // A channel knows the effect of its own synchronous edit before it receives the version of HQ that has it.
    private static final Comparator<LostCustomer> NEWEST_LAST = Comparator.comparingLong(
                    (LostCustomer it) -> it.snapshot().version())
            .thenComparingLong(LostCustomer::applied)
            .thenComparing(LostCustomer::pure);
    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,15})[^0-9]*$");

    /** One state of each customer, with what any of its snapshots contains. */
    static Collection<LostCustomer> merged(Collection<LostCustomer> all) {
        Map<UUID, LostCustomer> merged = new LinkedHashMap<>();
        all.forEach(it -> merged.merge(it.snapshot().asyncCustomerId(), it, LostCustomer::with));
        return merged.values();
    }

    /** The number in the account number: its last digits, so that it does not depend on the format. */
    long number() {
        String accountNumber = snapshot.accountNumber();
        Matcher digits = NUMBER.matcher(accountNumber == null ? "" : accountNumber);
        return digits.find() ? Long.parseLong(digits.group(1)) : 0;
    }

    private LostCustomer with(LostCustomer other) {
        boolean older = NEWEST_LAST.compare(this, other) < 0;
        LostCustomer newest = older ? other : this;
        LostCustomer oldest = older ? this : other;
        return new LostCustomer(SnapshotMerge.merge(newest.snapshot, oldest.snapshot), newest.pure);
    }

    private long applied() {
        return snapshot.appliedOperations().values().stream()
                .mapToLong(Integer::longValue)
                .sum();
    }
}
