package io.counterpart.hq.deadletter;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import io.counterpart.hq.page.SortLink;

/** The links of the page of a group: the other order, and the neighboring pages. */
record DeadLetterGroupLinks(DeadLetterCause cause, String topic, boolean all, DeadLetterPosition position) {

    public SortLink sortByArrival() {
        boolean oldest = position.isOldestFirst();
        return SortLink.of(
                true, oldest, address(oldest ? null : "oldest").build().encode().toUriString());
    }

    /** The page behind that dead letter. */
    public String behind(long id) {
        return address(position.sort())
                .queryParam("before", id)
                .build()
                .encode()
                .toUriString();
    }

    /** The page ahead of that dead letter. */
    public String ahead(long id) {
        return address(position.sort()).queryParam("after", id).build().encode().toUriString();
    }

    private UriComponentsBuilder address(@Nullable String order) {
        var uri = UriComponentsBuilder.fromPath("/dead-letters/group")
                .queryParam("cause", cause)
                .queryParam("topic", topic)
                .queryParam("all", all);
        return order == null ? uri : uri.queryParam("sort", order);
    }
}
