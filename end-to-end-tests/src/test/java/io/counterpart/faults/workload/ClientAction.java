package io.counterpart.faults.workload;

/** Something that a client does, whole, with its entry in the history. */
@FunctionalInterface
interface ClientAction {

    void perform(WorkloadClient client) throws InterruptedException;
}
