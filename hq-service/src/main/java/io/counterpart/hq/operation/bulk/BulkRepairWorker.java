package io.counterpart.hq.operation.bulk;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import io.counterpart.hq.operation.OperationEditService;
import io.counterpart.hq.operation.OperationRow;
import io.counterpart.hq.synchronization.ImmediateConversion;

/**
 * Retries the operations of a bulk repair, slowly at first and then faster, so that a harmful repair is noticed early.
 * After a restart it continues where it stopped.
 */
@Component
class BulkRepairWorker {

    private static final Logger log = LoggerFactory.getLogger(BulkRepairWorker.class);
    private static final int FIRST_RATE = 5;
    private static final Duration STEP = Duration.ofSeconds(3);

    private final BulkRepairService service;
    private final BulkRepairRepository repairs;
    private final OperationEditService repair;
    private final BulkRepairStep step;
    private final ImmediateConversion conversion;
    private final Clock clock;
    private final Set<UUID> working = ConcurrentHashMap.newKeySet();

    BulkRepairWorker(
            BulkRepairService service,
            BulkRepairRepository repairs,
            OperationEditService repair,
            BulkRepairStep step,
            ImmediateConversion conversion,
            Clock clock) {
        this.service = service;
        this.repairs = repairs;
        this.repair = repair;
        this.step = step;
        this.conversion = conversion;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void runOnce() {
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
            List<Long> taken = repairs.claim(bulk.id(), 1);
            while (!taken.isEmpty()) {
                one(bulk, taken.get(0));
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos() / rate(bulk, System.nanoTime() - began));
                taken = repairs.claim(bulk.id(), 1);
            }
            repairs.finish(bulk.id(), clock.instant());
        } catch (RuntimeException e) {
            log.warn("Bulk repair {} stopped and will continue after the next start: {}", bulk.id(), e.getMessage());
        } finally {
            working.remove(bulk.id());
        }
    }

    /** Doubles every few seconds up to the requested rate. */
    static int rate(BulkRepair bulk, long nanosSinceStart) {
        int doublings = (int) Math.min(16, nanosSinceStart / STEP.toNanos());
        return Math.min(bulk.perSecond(), FIRST_RATE << doublings);
    }

    private void one(BulkRepair bulk, long recid) {
        UUID id = repairs.operation(recid).orElseThrow();
        String failure;
        try {
            failure = step.prepare(bulk, repair.find(id));
            if (failure == null) {
                service.noteRetry(bulk, id);
                conversion.synchronize(recid);
                OperationRow now = repair.find(id);
                failure = now.status().equals("FAILED") ? now.errorText() : null;
            }
        } catch (RuntimeException e) {
            failure = String.valueOf(e.getMessage());
        }
        if (failure == null) {
            repairs.countSucceeded(bulk.id());
        } else {
            repairs.countFailed(bulk.id(), failure);
        }
    }
}
