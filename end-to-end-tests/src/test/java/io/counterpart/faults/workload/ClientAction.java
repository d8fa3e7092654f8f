package io.counterpart.faults.workload;

/** A complete action of a client, including its entry in the history. */
@FunctionalInterface
interface ClientAction {

    void perform(WorkloadClient client) throws InterruptedException;
}
