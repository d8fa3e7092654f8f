package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

import org.springframework.stereotype.Component;

import io.counterpart.hq.customer.CustomerMaster;
import io.counterpart.hq.customer.CustomerMaster.Changed;
import io.counterpart.hq.customer.MasterCustomer;
import io.counterpart.hq.order.SalesOrders;
import io.counterpart.hq.staging.StagedRows;
import io.counterpart.hq.staging.StagedRows.Completed;

/** Writes the outcome of a conversion: master, staging, and what the channels are told. */
@Component
class ConversionWriter {

    private final CustomerMaster master;
    private final SalesOrders orders;
    private final StagedRows staged;
    private final OpenOperationRepository open;
    private final FailureRepository failures;
    private final ConversionNews news;

    ConversionWriter(
            CustomerMaster master,
            SalesOrders orders,
            StagedRows staged,
            OpenOperationRepository open,
            FailureRepository failures,
            ConversionNews news) {
        this.master = master;
        this.orders = orders;
        this.staged = staged;
        this.open = open;
        this.failures = failures;
        this.news = news;
    }

    void write(Ledger ledger, Instant now) {
        Collection<MasterCustomer> created = ledger.newCustomers();
        List<Changed> changed = ledger.changedCustomers();
        master.store(created, changed, now);
        orders.make(ledger.orders(), now);
        complete(ledger, now);
        open.await(recids(ledger.waiting()), now);
        fail(ledger, now);
        news.tell(ledger, created, changed, now);
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
            news.tellRefused(ledger.refused(), now);
        }
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
