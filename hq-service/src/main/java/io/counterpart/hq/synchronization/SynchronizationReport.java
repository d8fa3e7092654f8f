package io.counterpart.hq.synchronization;

/** Counters of one run of Synchronize. */
record SynchronizationReport(int claimed, int customers, int changed, int failed, int waiting) {

    static final SynchronizationReport EMPTY = new SynchronizationReport(0, 0, 0, 0, 0);

    static SynchronizationReport of(int claimed, ConversionUnitOfWork unit) {
        return new SynchronizationReport(
                claimed,
                unit.customers().created().size(),
                unit.customers().changed().size(),
                unit.refused().size(),
                unit.waiting().size());
    }

    static SynchronizationReport failed(int count) {
        return new SynchronizationReport(count, 0, 0, count, 0);
    }

    SynchronizationReport plus(SynchronizationReport other) {
        return new SynchronizationReport(
                claimed + other.claimed,
                customers + other.customers,
                changed + other.changed,
                failed + other.failed,
                waiting + other.waiting);
    }
}
