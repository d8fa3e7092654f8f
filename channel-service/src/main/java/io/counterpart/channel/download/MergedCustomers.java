package io.counterpart.channel.download;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

import io.counterpart.channel.event.ChannelEvent;
import io.counterpart.channel.localbook.CustomerUseService;
import io.counterpart.contract.snapshot.CustomerSnapshot;

/**
 * Replaces customers by those into which HQ merged them. The snapshot under the number of the merged customer decides:
 * it follows all earlier ones of that customer, while the survivor is on another partition and may arrive earlier or
 * later.
 */
@Component
class MergedCustomers {

    private final SnapshotRepository snapshots;
    private final MergedCustomerRepository repository;
    private final CustomerUseService uses;

    MergedCustomers(SnapshotRepository snapshots, MergedCustomerRepository repository, CustomerUseService uses) {
        this.snapshots = snapshots;
        this.repository = repository;
        this.uses = uses;
    }

    /**
     * Deletes merged customers; their IDs and account numbers lead to the survivors. Returns the events of those that
     * were stored here.
     *
     * @param known with locked rows
     */
    List<ChannelEvent> replace(List<CustomerSnapshot> merged, Map<UUID, StoredCustomer> known, Instant now) {
        var survivors = new TreeMap<UUID, UUID>();
        var aliases = new TreeMap<String, UUID>();
        var events = new ArrayList<ChannelEvent>();
        for (CustomerSnapshot each : merged) {
            StoredCustomer stored = known.get(each.asyncCustomerId());
            if (stored == null || stored.hqVersion() < each.version()) {
                UUID survivor = Objects.requireNonNull(each.mergedInto());
                survivors.put(each.asyncCustomerId(), survivor);
                names(each).forEach(it -> aliases.put(it, survivor));
            }
            if (stored != null && stored.hqVersion() < each.version()) {
                events.add(ChannelEvent.merged(
                        each.asyncCustomerId(), each.accountNumber(), survivors.get(each.asyncCustomerId()), now));
            }
        }
        if (!survivors.isEmpty()) {
            snapshots.linked(survivors.keySet());
            uses.transfer(survivors);
            snapshots.removeLinked(survivors.keySet());
            repository.lead(aliases);
        }
        return events;
    }

    /**
     * The customers among the aliases of these snapshots that have account numbers of their own here: their own
     * snapshots decide whether they are merged.
     */
    Set<UUID> ofTheirOwn(List<ReceivedSnapshot> arrived) {
        var numbers = new TreeMap<UUID, String>();
        arrived.stream()
                .map(ReceivedSnapshot::snapshot)
                .forEach(each -> each.aliases()
                        .forEach(it -> numbers.put(it, Objects.requireNonNullElse(each.accountNumber(), ""))));
        return repository.withOtherNumber(numbers);
    }

    /**
     * Frees the IDs and account numbers of converted customers that are added, and returns the customers whose merge HQ
     * undid.
     */
    Set<UUID> release(List<ReceivedSnapshot> added) {
        Map<String, CustomerSnapshot> byId = added.stream()
                .map(ReceivedSnapshot::snapshot)
                .filter(it -> it.accountNumber() != null)
                .collect(Collectors.toMap(it -> it.asyncCustomerId().toString(), it -> it));
        Set<String> released = repository.release(byId.keySet());
        repository.release(released.stream()
                .flatMap(it -> names(Objects.requireNonNull(byId.get(it))).stream())
                .toList());
        return released.stream().map(UUID::fromString).collect(Collectors.toSet());
    }

    /** After they were added. */
    void continueNumbers(Set<UUID> restored) {
        repository.continueNumbers(restored);
    }

    private static List<String> names(CustomerSnapshot customer) {
        var names = new ArrayList<String>();
        names.add(customer.asyncCustomerId().toString());
        customer.aliases().forEach(it -> names.add(it.toString()));
        String number = customer.accountNumber();
        if (number != null) {
            names.add(number);
        }
        return names;
    }
}
