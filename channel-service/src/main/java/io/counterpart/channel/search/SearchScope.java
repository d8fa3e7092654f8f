package io.counterpart.channel.search;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The scope of a search. */
enum SearchScope {
    /** This channel database. */
    @JsonProperty("channel")
    CHANNEL,
    /** HQ as well. */
    @JsonProperty("all")
    ALL
}
