package io.counterpart.faults.workload;

/** Something that a client does, whole, with its entry in the history. */
@FunctionalInterface
interface Deed {

    void perform(Client client) throws InterruptedException;
}
