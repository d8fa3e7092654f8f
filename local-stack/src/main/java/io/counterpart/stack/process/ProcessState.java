package io.counterpart.stack.process;

/** Where a process of the stack stands. */
public enum ProcessState {
    STOPPED,
    STARTING,
    RUNNING,
    /** It ended, and nobody had asked it to. */
    DIED
}
