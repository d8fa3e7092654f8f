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

import io.counterpart.contract.snapshot.CustomerConverted;
import io.counterpart.hq.customer.Application.Refused;
import io.counterpart.hq.customer.CustomerMaster;
import io.counterpart.hq.customer.CustomerMaster.Changed;
import io.counterpart.hq.customer.MasterCustomer;
import io.counterpart.hq.distribution.Distribution;
import io.counterpart.hq.staging.StagedRows;
import io.counterpart.hq.staging.StagedRows.Completed;
import io.counterpart.messaging.log.LogEntry;

/** Writes the outcome of a conversion: master, staging, and what the channels are told. */
@Component
class ConversionWriter {

    private final CustomerMaster master;
    private final StagedRows staged;
    private final OpenOperationRepository open;
    private final FailureRepository failures;
    private final Distribution distribution;
    private final PendingCustomers pending;

    ConversionWriter(
            CustomerMaster master,
            StagedRows staged,
            OpenOperationRepository open,
            FailureRepository failures,
            Distribution distribution,
            PendingCustomers pending) {
        this.master = master;
        this.staged = staged;
        this.open = open;
        this.failures = failures;
        this.distribution = distribution;
        this.pending = pending;
    }

    void write(Ledger ledger, Instant now) {
        Collection<MasterCustomer> created = ledger.newCustomers();
        List<Changed> changed = ledger.changedCustomers();
        master.store(created, changed, now);
        complete(ledger, now);
        open.await(recids(ledger.waiting()), now);
        fail(ledger, now);
        distribution.append(news(ledger, created, changed, now));
    }

    private void complete(Ledger ledger, Instant now) {
        var completed = new ArrayList<Completed>(ledger.done().size());
        var overridden = new ArrayList<Attempt>();
        ledger.done().forEach((operation, lost) -> {
            MasterCustomer customer = ledger.customerOf(operation);
            if (operation.recid() != null && customer != null) {
                completed.add(new Completed(operation.operation(), customer.number()));
                if (!lost.isEmpty()) {
                    overridden.add(Attempt.overridden(operation.recid(), lost));
                }
            }
        });
        staged.complete(completed, now);
        open.close(recids(ledger.done().keySet()));
        failures.record(overridden, now);
    }

    private void fail(Ledger ledger, Instant now) {
        var failed = new ArrayList<Attempt>();
        ledger.refused().forEach((operation, refusal) -> {
            if (operation.recid() != null) {
                failed.add(Attempt.failed(operation.recid(), refusal));
            }
        });
        if (!failed.isEmpty()) {
            failures.fail(failed);
            failures.record(failed, now);
            tell(ledger.refused(), now);
        }
    }

    private void tell(Map<OpenOperation, Refused> refused, Instant now) {
        var entries = new ArrayList<LogEntry>();
        refused.forEach((operation, refusal) -> {
            if (operation.recid() != null && PendingCustomers.isCreation(operation)) {
                entries.add(pending.entry(operation, refusal.words(), now));
            }
        });
        distribution.append(entries);
    }

    private List<LogEntry> news(Ledger ledger, Collection<MasterCustomer> created, List<Changed> changed, Instant now) {
        var entries = new ArrayList<LogEntry>(created.size() * 2 + changed.size());
        for (MasterCustomer customer : created) {
            OpenOperation creation = Objects.requireNonNull(ledger.creationOf(customer));
            entries.add(distribution.snapshot(customer.snapshot(), creation.traceparent(), now));
            entries.add(distribution.converted(converted(customer, now), creation.traceparent(), now));
            if (creation.told() > 0) {
                entries.add(distribution.eraseOfPending(customer.asyncCustomerId(), customer.version(), now));
            }
        }
        Map<UUID, @Nullable String> traces = new HashMap<>();
        ledger.done().keySet().forEach(it -> traces.put(it.operation().asyncCustomerId(), it.traceparent()));
        for (Changed change : changed) {
            MasterCustomer customer = change.after();
            entries.add(distribution.snapshot(customer.snapshot(), traces.get(customer.asyncCustomerId()), now));
        }
        return entries;
    }

    private static CustomerConverted converted(MasterCustomer customer, Instant at) {
        return new CustomerConverted(
                CustomerConverted.SCHEMA_VERSION,
                customer.asyncCustomerId(),
                customer.number(),
                customer.origin().channel(),
                at);
    }

    private static List<Long> recids(Collection<OpenOperation> operations) {
        var recids = new ArrayList<Long>(operations.size());
        for (OpenOperation operation : operations) {
            if (operation.recid() != null) {
                recids.add(operation.recid());
            }
        }
        return recids;
    }
}
