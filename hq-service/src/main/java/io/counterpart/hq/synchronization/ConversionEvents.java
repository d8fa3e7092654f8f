package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.contract.operation.OperationKind;
import io.counterpart.contract.snapshot.CustomerConverted;
import io.counterpart.hq.consent.ConsentHistory;
import io.counterpart.hq.consent.ConsentHistory.AppliedOperation;
import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.master.CustomerMasterStore.CustomerChange;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.note.CustomerNoteService;
import io.counterpart.messaging.log.LogEntry;

/**
 * Appends the events of a conversion: customer snapshots and assigned account numbers to the distribution log,,
 * consents to their history, and notes.
 */
@Component
class ConversionEvents {

    private final DistributionLogWriter distribution;
    private final PendingCustomerPublisher pending;
    private final ConsentHistory consents;
    private final CustomerNoteService notes;

    ConversionEvents(
            DistributionLogWriter distribution,
            PendingCustomerPublisher pending,
            ConsentHistory consents,
            CustomerNoteService notes) {
        this.distribution = distribution;
        this.pending = pending;
        this.consents = consents;
        this.notes = notes;
    }

    void append(
            ConversionUnitOfWork unit, Collection<MasterCustomer> created, List<CustomerChange> changed, Instant now) {
        var entries = new ArrayList<LogEntry>(created.size() * 2 + changed.size());
        for (MasterCustomer customer : created) {
            OpenOperation creation = Objects.requireNonNull(unit.customers().creationOf(customer));
            entries.add(distribution.snapshot(customer.snapshot(), creation.traceparent(), now));
            appendCreated(creation, customer, now, entries);
        }
        Map<UUID, @Nullable String> traces = new HashMap<>();
        unit.done().keySet().forEach(it -> {
            MasterCustomer customer = Objects.requireNonNull(unit.customers().of(it));
            traces.put(customer.asyncCustomerId(), it.traceparent());
        });
        for (CustomerChange change : changed) {
            MasterCustomer customer = change.after();
            entries.add(distribution.snapshot(customer.snapshot(), traces.get(customer.asyncCustomerId()), now));
        }
        for (OpenOperation link : unit.customers().links()) {
            appendCreated(link, Objects.requireNonNull(unit.customers().of(link)), now, entries);
        }
        distribution.append(entries);
        List<AppliedOperation> applied = unit.done().keySet().stream()
                .filter(it -> !it.isIgnored() && unit.customers().of(it) != null)
                .map(it -> new AppliedOperation(
                        Objects.requireNonNull(unit.customers().of(it)).asyncCustomerId(), it.operation()))
                .toList();
        consents.append(applied.stream());
        notes.store(applied.stream().map(it -> Map.entry(it.customer(), it.operation())));
    }

    /** Publishes rejected creations without a customer; other rejections are part of the customer's snapshot. */
    void appendRejections(ConversionUnitOfWork unit, Instant now) {
        var entries = new ArrayList<LogEntry>();
        unit.refused().forEach((operation, refusal) -> {
            if (operation.recid() != null
                    && operation.is(OperationKind.CREATE_CUSTOMER)
                    && unit.customers().of(operation) == null
                    && PendingCustomerPublisher.isStorable(operation)) {
                entries.add(pending.entry(operation, refusal.message(), now));
            }
        });
        distribution.append(entries);
    }

    private void appendCreated(OpenOperation creation, MasterCustomer customer, Instant now, List<LogEntry> entries) {
        UUID id = creation.operation().asyncCustomerId();
        var converted = new CustomerConverted(
                CustomerConverted.SCHEMA_VERSION,
                id,
                customer.number(),
                creation.operation().channel(),
                now);
        entries.add(distribution.converted(converted, creation.traceparent(), now));
        if (creation.told() > 0) {
            // A linked ID has its own version count: the tombstone follows the last version published for it.
            entries.add(distribution.tombstoneForPending(id, creation.told() + 1L, now));
        }
    }
}
