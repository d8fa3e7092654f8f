package io.counterpart.stack.network;

/** The fault that a proxy currently injects into its connections. */
enum NetworkFault {
    FAIR,
    /** Existing and new connections are reset. */
    CUT,
    /**
     * No data passes and neither side gets an error: the bytes wait until the fault is cleared, as TCP would retransmit
     * them.
     */
    BLACK_HOLE,
    /** Every chunk of data is delayed. */
    SLOW,
    /** Requests arrive and are executed; instead of the response, the client gets a reset. */
    RESPONSES_LOST
}
