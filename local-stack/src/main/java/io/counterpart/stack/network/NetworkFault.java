package io.counterpart.stack.network;

/** What a connection suffers just now. */
enum NetworkFault {
    FAIR,
    /** Connections are reset, new ones too. */
    CUT,
    /** Nothing gets through, and nobody is told: the bytes wait until it clears up, as TCP would send them again. */
    BLACK_HOLE,
    /** Every piece of data is late. */
    SLOW,
    /** What is asked arrives and is acted on; instead of the answer, the asker gets a reset. */
    RESPONSES_LOST
}
