package io.counterpart.hq.synchronization;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;

import org.springframework.stereotype.Component;

import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.CustomerMasterStore.CustomerChange;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.order.SalesOrderService;
import io.counterpart.hq.staging.StagedRowStore;
import io.counterpart.hq.staging.StagedRowStore.CompletedOperation;

/** Writes the result of a conversion: the customer master, staging and the distribution log. */
@Component
class ConversionWriter {

    private final CustomerMasterStore master;
    private final SalesOrderService orders;
    private final StagedRowStore staged;
    private final OperationStateRepository states;
    private final UsedNumberRepository numbers;
    private final ConversionEvents events;

    ConversionWriter(
            CustomerMasterStore master,
            SalesOrderService orders,
            StagedRowStore staged,
            OperationStateRepository states,
            UsedNumberRepository numbers,
            ConversionEvents events) {
        this.master = master;
        this.orders = orders;
        this.staged = staged;
        this.states = states;
        this.numbers = numbers;
        this.events = events;
    }

    void write(ConversionUnitOfWork unit, Instant now) {
        record(unit.numbers(), now);
        Collection<MasterCustomer> created = unit.customers().created();
        List<CustomerChange> changed = unit.customers().changed();
        master.store(created, changed, now);
        orders.apply(unit.orders(), now);
        complete(unit, now);
        states.await(recids(unit.waiting()), now);
        close(recids(unit.late()), now);
        fail(unit, now);
        events.append(unit, created, changed, now);
    }

    /**
     * Writes the result of operations that are staged in the same transaction, all of which were applied: their rows are
     * inserted as completed.
     */
    void writeNew(ConversionUnitOfWork unit, Instant now) {
        Collection<MasterCustomer> created = unit.customers().created();
        List<CustomerChange> changed = unit.customers().changed();
        master.store(created, changed, now);
        orders.apply(unit.orders(), now);
        var overridden = new ArrayList<ConversionAttempt>();
        unit.done().forEach((operation, lost) -> {
            if (!lost.isEmpty()) {
                overridden.add(ConversionAttempt.overridden(Objects.requireNonNull(operation.recid()), lost));
            }
        });
        states.record(overridden, now);
        events.append(unit, created, changed, now);
    }

    private void close(List<Long> late, Instant now) {
        if (!late.isEmpty()) {
            staged.erase(late);
            states.close(late);
            states.record(late.stream().map(ConversionAttempt::erased).toList(), now);
        }
    }

    // Which operation used which number, and which were applied with another number than their own.
    private void record(UsedOperationNumbers used, Instant now) {
        numbers.note(used.realtime(), now);
        var given = new LinkedHashMap<Long, Integer>();
        var renumbered = new ArrayList<ConversionAttempt>();
        used.renumbered().forEach((open, number) -> {
            Long recid = open.recid();
            if (recid != null) {
                given.put(recid, number);
                renumbered.add(ConversionAttempt.renumbered(recid, open.number(), number));
            }
        });
        numbers.renumber(given);
        states.record(renumbered, now);
    }

    private void complete(ConversionUnitOfWork unit, Instant now) {
        var completed = new ArrayList<CompletedOperation>(unit.done().size());
        var overridden = new ArrayList<ConversionAttempt>();
        unit.done().forEach((operation, lost) -> {
            MasterCustomer customer = unit.customers().of(operation);
            if (operation.recid() != null && customer != null) {
                completed.add(new CompletedOperation(operation.operation(), customer.number()));
                if (!lost.isEmpty()) {
                    overridden.add(ConversionAttempt.overridden(operation.recid(), lost));
                }
            }
        });
        staged.complete(completed, now);
        states.close(recids(unit.done().keySet()));
        states.record(overridden, now);
    }

    private void fail(ConversionUnitOfWork unit, Instant now) {
        var failed = new ArrayList<ConversionAttempt>();
        unit.refused().forEach((operation, refusal) -> {
            if (operation.recid() != null) {
                failed.add(ConversionAttempt.failed(operation.recid(), refusal));
            }
        });
        if (!failed.isEmpty()) {
            states.fail(failed);
            states.record(failed, now);
            events.appendRejections(unit, now);
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
