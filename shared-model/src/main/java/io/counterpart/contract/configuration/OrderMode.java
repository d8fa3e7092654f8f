package io.counterpart.contract.configuration;

/** How a channel creates customer orders. */
public enum OrderMode {
    /** HQ creates the order within the request. */
    SYNC,
    /** The channel stores the order, and the P-job uploads it. */
    ASYNC,
    /** Like {@link #ASYNC}, and the channel also sends the stored order to HQ at once; the caller does not wait for it. */
    ASYNC_AT_ONCE
}
