package io.counterpart.hq.recovery;

import java.util.Collection;
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

    private static final Pattern NUMBER = Pattern.compile("([0-9]{1,15})[^0-9]*$");

    static Collection<LostCustomer> newest(Collection<LostCustomer> all) {
        Map<UUID, LostCustomer> newest = new LinkedHashMap<>();
        all.forEach(it -> newest.merge(it.snapshot().asyncCustomerId(), it, LostCustomer::newer));
        return newest.values();
    }

    /** The number in the account number: its last digits, so that it does not depend on the format. */
    long number() {
        String accountNumber = snapshot.accountNumber();
        Matcher digits = NUMBER.matcher(accountNumber == null ? "" : accountNumber);
        return digits.find() ? Long.parseLong(digits.group(1)) : 0;
    }

    private static LostCustomer newer(LostCustomer one, LostCustomer other) {
        if (one.snapshot().version() == other.snapshot().version()) {
            return one.pure() ? one : other;
        }
        return one.snapshot().version() > other.snapshot().version() ? one : other;
    }
}
