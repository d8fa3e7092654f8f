package io.counterpart.hq.session;

import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.page.SortLink;

/**
 * The filter as the form of the page sends it.
 *
 * @param direction {@code download}; otherwise uploads
 * @param sort {@code oldest}; otherwise newest first
 * @param columns the columns of a saved view, which links keep
 * @see SessionFilter
 */
record SessionFilterForm(
        @Nullable String direction,
        @Nullable String channelDatabase,
        @Nullable Boolean failed,
        @Nullable String sort,
        @Nullable String columns,
        @Nullable UUID before,
        @Nullable UUID after) {

    SessionFilter toFilter() {
        return new SessionFilter(
                isDownload(),
                FormValues.blankToNull(channelDatabase),
                isFailed(),
                "oldest".equals(sort),
                before,
                after);
    }

    private boolean isDownload() {
        return "download".equals(direction);
    }

    private boolean isFailed() {
        return Boolean.TRUE.equals(failed);
    }

    public SortLink sortByStart() {
        boolean oldest = "oldest".equals(sort);
        return SortLink.of(true, oldest, address(oldest ? null : "oldest", "", null));
    }

    /** The page behind that session. */
    public String behind(UUID id) {
        return address(sort, "before", id.toString());
    }

    /** The page ahead of that session. */
    public String ahead(UUID id) {
        return address(sort, "after", id.toString());
    }

    private String address(@Nullable String order, String place, @Nullable String id) {
        var uri = UriComponentsBuilder.fromPath("/sessions");
        put(uri, "direction", isDownload() ? "download" : "upload");
        put(uri, "channelDatabase", channelDatabase);
        put(uri, "failed", isFailed() ? "true" : null);
        put(uri, "sort", order);
        put(uri, "columns", columns);
        put(uri, place, id);
        return uri.build().encode().toUriString();
    }

    private static void put(UriComponentsBuilder uri, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            uri.queryParam(name, value);
        }
    }
}
