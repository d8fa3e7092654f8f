package io.counterpart.stack.process;

/** The state of a process of the stack. */
public enum ProcessState {
    STOPPED,
    STARTING,
    RUNNING,
    /** The process ended without a request. */
    DIED
}
