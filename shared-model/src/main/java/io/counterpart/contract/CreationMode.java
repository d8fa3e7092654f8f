package io.counterpart.contract;

/** Whether HQ took part in the creation of a customer (SYNC) or received it later (ASYNC). */
public enum CreationMode {
    SYNC,
    ASYNC
}
