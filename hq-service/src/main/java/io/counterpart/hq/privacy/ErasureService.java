package io.counterpart.hq.privacy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.customer.CustomerSearchService;
import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.privacy.ErasureRepository.OpenRow;
import io.counterpart.messaging.log.LogEntry;
import io.counterpart.support.problem.Problem;

/** Erases the personal data of a customer, in one transaction, and publishes the erasure to all channels. */
@Service
class ErasureService {

    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9 ._/#-]{0,39}");

    private final CustomerSearchService search;
    private final ErasureRepository repository;
    private final PersonalDataEraser eraser;
    private final ErasedCustomerStore customers;
    private final DistributionLogWriter distribution;
    private final ErasureRecords records;

    ErasureService(
            CustomerSearchService search,
            ErasureRepository repository,
            PersonalDataEraser eraser,
            ErasedCustomerStore customers,
            DistributionLogWriter distribution,
            ErasureRecords records) {
        this.search = search;
        this.repository = repository;
        this.eraser = eraser;
        this.customers = customers;
        this.distribution = distribution;
        this.records = records;
    }

    @Transactional(readOnly = true)
    public Erasure preview(String id) {
        CustomerSnapshot customer = search.one(id);
        List<OpenRow> open = repository.open(ErasureScope.of(customer).ids());
        return erasure(customer, customer.isErased() ? Map.of() : eraser.count(customer), open);
    }

    /**
     * Erases the version of the customer that the caller has seen; a repetition changes nothing.
     *
     * @param reference of the request in another system; null: none. Must not contain personal data
     */
    @Transactional
    public Erasure erase(String id, @Nullable ErasureReason reason, @Nullable String reference, long version) {
        check(reason, reference);
        records.requireOpen();
        CustomerSnapshot found = search.one(id);
        List<OpenRow> open = repository.lockOpen(ErasureScope.of(found).ids());
        MasterCustomer before = customers.lock(found);
        if (before.isErased()) {
            return erasure(before.snapshot(), Map.of(), List.of());
        }
        customers.requireVersion(found, before, version);
        return erase(before, open, Objects.requireNonNull(reason), reference);
    }

    private Erasure erase(MasterCustomer before, List<OpenRow> open, ErasureReason reason, @Nullable String reference) {
        Instant now = records.now();
        PersonalDataEraser.Begun begun = eraser.begin(before.snapshot());
        repository.close(open, now);
        MasterCustomer after = customers.store(before, before.erased(now, closed(before, open)), now);
        Map<String, Long> rows = eraser.finish(begun);
        publish(after, now);
        records.note(after, reason, reference, rows);
        return erasure(after.snapshot(), rows, open);
    }

    // A pending snapshot under an ID was deleted when the customer was converted; if it was not, it is now.
    private void publish(MasterCustomer erased, Instant now) {
        var entries = new ArrayList<LogEntry>();
        entries.add(distribution.tombstoneForPending(erased.asyncCustomerId(), erased.version(), now));
        erased.aliases().forEach(it -> entries.add(distribution.tombstoneForPending(it, erased.version(), now)));
        entries.add(distribution.snapshot(erased.snapshot(), null, now));
        distribution.append(entries);
    }

    private static Map<String, Integer> closed(MasterCustomer customer, List<OpenRow> open) {
        var closed = new HashMap<String, Integer>();
        open.forEach(it -> closed.merge(
                customer.source(it.asyncCustomerId(), it.channelDatabase()), it.operationNumber(), Math::max));
        return closed;
    }

    private static void check(@Nullable ErasureReason reason, @Nullable String reference) {
        if (reason == null) {
            throw Problem.validation("/reason", "required", "Choose a reason.");
        }
        if (reference != null && !REFERENCE.matcher(reference).matches()) {
            throw Problem.validation(
                    "/reference",
                    "invalid-reference",
                    "Enter the number of the request: at most 40 letters, digits, spaces and . _ / # -");
        }
    }

    private static Erasure erasure(CustomerSnapshot customer, Map<String, Long> rows, List<OpenRow> open) {
        var found = new TreeMap<String, Long>();
        rows.forEach((table, count) -> {
            if (count > 0) {
                found.put(table, count);
            }
        });
        return new Erasure(
                customer.asyncCustomerId(),
                customer.accountNumber(),
                customer.aliases(),
                customer.erasedAt(),
                customer.accountNumber() == null ? 0 : customer.versionForEditors(),
                found,
                open.stream()
                        .map(it -> new Erasure.OpenOperation(
                                it.channelDatabase(), it.operationNumber(), it.kind(), it.status()))
                        .toList());
    }
}
