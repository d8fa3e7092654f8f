package io.counterpart.hq.operation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Which operations a person wants to see.
 *
 * @param status {@code OPEN} for all that are not done, or one status; null: every operation
 * @param q an account number, an async customer id, an operation id, or a text in operations that are not done
 * @param before the row id where the page begins
 */
record OperationFilter(
        @Nullable String status,
        @Nullable String channel,
        @Nullable String channelDatabase,
        @Nullable String kind,
        @Nullable String errorCode,
        @Nullable String q,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,

        @Nullable String sort,
        @Nullable Long before) {

    public boolean isOldestFirst() {
        return "oldest".equals(sort);
    }

    /** Whether only operations that are not done can match. */
    public boolean isOpenOnly() {
        return errorCode() != null || has(status, "OPEN", "PENDING", "WAITING", "FAILED");
    }

    public boolean isEmpty() {
        return parameters().isEmpty();
    }

    /** The address of the list with this filter, for links and for the export. */
    public String query() {
        var uri = UriComponentsBuilder.newInstance();
        parameters().forEach(uri::queryParam);
        String query = uri.build().encode().getQuery();
        return query == null ? "" : "?" + query;
    }

    public String queryFrom(long recid) {
        return query() + (query().isEmpty() ? "?" : "&") + "before=" + recid;
    }

    /** What was asked for, for hidden fields. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "status", status);
        put(parameters, "channel", channel);
        put(parameters, "channelDatabase", channelDatabase);
        put(parameters, "kind", kind);
        put(parameters, "errorCode", errorCode);
        put(parameters, "q", q);
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "sort", sort);
        return parameters;
    }

    /** Without the empty strings that a form sends for what nobody filled in. */
    OperationFilter clean() {
        return new OperationFilter(
                blankToNull(status),
                blankToNull(channel),
                blankToNull(channelDatabase),
                blankToNull(kind),
                blankToNull(errorCode),
                blankToNull(q),
                from,
                to,
                blankToNull(sort),
                before);
    }

    /** The same, from behind that row on. */
    OperationFilter from(long recid) {
        return new OperationFilter(status, channel, channelDatabase, kind, errorCode, q, from, to, sort, recid);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.trim();
    }

    private static boolean has(@Nullable String value, String... any) {
        for (String one : any) {
            if (one.equals(value)) {
                return true;
            }
        }
        return false;
    }

    private static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
