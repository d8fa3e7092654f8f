package io.counterpart.hq.console.synchronization;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.counterpart.hq.synchronization.ConversionNow;

/**
 * Tries the operations of a bulk repair again, a few a second at first and then more, so that a repair that makes things
 * worse is noticed before it is done. After a restart it goes on where it stopped.
 */
@Component
class BulkWorker {

    private static final Logger log = LoggerFactory.getLogger(BulkWorker.class);
    private static final int FIRST_RATE = 5;
    private static final Duration STEP = Duration.ofSeconds(3);

    private final BulkRepairRepository repairs;
    private final Repair repair;
    private final ConversionNow conversion;
    private final Clock clock;
    private final Set<UUID> working = ConcurrentHashMap.newKeySet();

    BulkWorker(BulkRepairRepository repairs, Repair repair, ConversionNow conversion, Clock clock) {
        this.repairs = repairs;
        this.repair = repair;
        this.conversion = conversion;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void goOn() {
        repairs.running().forEach(this::start);
    }

    void start(BulkRepair bulk) {
        if (working.add(bulk.id())) {
            var thread = new Thread(() -> work(bulk), "bulk-repair");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void work(BulkRepair bulk) {
        try {
            long began = System.nanoTime();
            List<Long> taken = repairs.take(bulk.id(), 1);
            while (!taken.isEmpty()) {
                one(bulk, taken.get(0));
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos() / rate(bulk, System.nanoTime() - began));
                taken = repairs.take(bulk.id(), 1);
            }
            repairs.finish(bulk.id(), clock.instant());
        } catch (RuntimeException e) {
            log.warn("Bulk repair {} stopped; it goes on with the next start: {}", bulk.id(), e.getMessage());
        } finally {
            working.remove(bulk.id());
        }
    }

    /** Doubles every few seconds until the rate that was asked for. */
    static int rate(BulkRepair bulk, long nanosSinceStart) {
        int doublings = (int) Math.min(16, nanosSinceStart / STEP.toNanos());
        return Math.min(bulk.perSecond(), FIRST_RATE << doublings);
    }

    private void one(BulkRepair bulk, long recid) {
        UUID id = repairs.operation(recid).orElseThrow();
        try {
            edit(bulk, repair.find(id));
            conversion.synchronize(recid);
            OperationDetail now = repair.find(id);
            repairs.count(bulk.id(), !now.status().equals("FAILED"), now.errorText());
        } catch (RuntimeException e) {
            repairs.count(bulk.id(), false, e.getMessage());
        }
    }

    private void edit(BulkRepair bulk, OperationDetail operation) {
        Map<String, String> typed =
                new BulkEdit(bulk.editField(), bulk.editValue()).typedInto(repair.fields(operation));
        if (operation.isOpen() && !typed.isEmpty()) {
            repair.save(operation, operation.version(), typed, bulk.startedBy());
        }
    }
}
