package io.counterpart.hq.privacy;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.CustomerContent;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * Whose data are counted, exported or erased.
 *
 * @param ids the async customer ID, and its aliases
 * @param accountNumber null: not converted yet
 * @param mergedNumbers the account numbers of customers that were merged into it
 */
record ErasureScope(
        List<UUID> ids, @Nullable String accountNumber, CustomerContent content, List<String> mergedNumbers) {

    static ErasureScope of(CustomerSnapshot customer) {
        var ids = new ArrayList<UUID>();
        ids.add(customer.asyncCustomerId());
        ids.addAll(customer.aliases());
        return new ErasureScope(List.copyOf(ids), customer.accountNumber(), customer.content(), List.of());
    }

    /** Adds the account numbers of customers that were merged into this one. */
    ErasureScope with(List<String> numbers) {
        return new ErasureScope(ids, accountNumber, content, numbers);
    }

    UUID customer() {
        return ids.get(0);
    }

    /** The keys of its records on topics, and the subjects of its audit entries. */
    List<String> keys() {
        var keys = new ArrayList<>(ids.stream().map(UUID::toString).toList());
        if (accountNumber != null) {
            keys.add(accountNumber);
        }
        keys.addAll(mergedNumbers);
        return keys;
    }
}
