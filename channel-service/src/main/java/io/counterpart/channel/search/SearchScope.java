package io.counterpart.channel.search;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How far a search goes. */
enum SearchScope {
    /** What this channel database knows. */
    @JsonProperty("channel")
    CHANNEL,
    /** HQ as well. */
    @JsonProperty("all")
    ALL
}
