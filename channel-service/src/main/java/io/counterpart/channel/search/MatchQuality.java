package io.counterpart.channel.search;

/** How well a customer matches a search text. */
enum MatchQuality {
    /** It matches all words, or their beginnings. */
    COMPLETE,
    /** It matches all words if a typing error in each is forgiven. */
    SIMILAR,
    /** It matches some of the words. */
    PARTIAL
}
