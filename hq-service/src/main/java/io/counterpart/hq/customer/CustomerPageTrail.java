package io.counterpart.hq.customer;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import io.counterpart.support.web.StrictUuid;

/**
 * The pages of a search from the first one to the present one, each by its cursor. With it, going back repeats the
 * search from where it was, and needs none in the other direction.
 *
 * @param cursors without the first page, which has none
 */
record CustomerPageTrail(String search, List<String> cursors) {

    // An address must not become too long; the way back leads to the first page from there.
    private static final int MOST = 30;

    /**
     * Reads the parameters of the page.
     *
     * @param earlier the cursors of the pages between the first one and this one, separated by commas
     */
    static CustomerPageTrail of(String search, @Nullable String cursor, @Nullable String earlier) {
        var cursors = new ArrayList<String>();
        if (earlier != null) {
            for (String each : earlier.split(",", MOST + 1)) {
                StrictUuid.parse(each).map(UUID::toString).ifPresent(cursors::add);
            }
        }
        if (cursor != null) {
            cursors.add(cursor);
        }
        return new CustomerPageTrail(search, cursors);
    }

    boolean isFirst() {
        return cursors.isEmpty();
    }

    String previous() {
        return address(cursors.subList(0, Math.max(0, cursors.size() - 1)));
    }

    String next(String cursor) {
        var further = new ArrayList<>(cursors);
        further.add(cursor);
        return address(further.subList(Math.max(0, further.size() - MOST), further.size()));
    }

    private String address(List<String> trail) {
        var uri = UriComponentsBuilder.fromPath("/customers").queryParam("search", search);
        if (!trail.isEmpty()) {
            uri.queryParam("cursor", trail.get(trail.size() - 1));
        }
        if (trail.size() > 1) {
            uri.queryParam("earlier", String.join(",", trail.subList(0, trail.size() - 1)));
        }
        return uri.build().encode().toUriString();
    }
}
