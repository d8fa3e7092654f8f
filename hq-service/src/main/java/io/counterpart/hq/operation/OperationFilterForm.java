package io.counterpart.hq.operation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;

import io.counterpart.hq.page.FormValues;
import io.counterpart.hq.problem.StorableTimes;

/**
 * The filter as the form of the page sends it.
 *
 * @param search the ID of a text in the session, in place of {@code q}
 * @param sort {@code oldest}, {@code latest} or {@code earliest} (by the time of the operation); otherwise newest first
 * @param columns the columns of a saved view, which links keep
 * @see OperationFilter
 */
public record OperationFilterForm(
        @Nullable String status,
        @Nullable String channel,
        @Nullable String channelDatabase,
        @Nullable String device,
        @Nullable String clerk,
        @Nullable String kind,
        @Nullable String errorCode,
        @Nullable String q,
        @Nullable String search,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate from,

        @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable LocalDate to,

        @Nullable String sort,
        @Nullable String columns,
        @Nullable Long before,
        @Nullable Long after) {

    private static final Map<String, OperationFilter.Sort> SORTS = Map.of(
            "oldest", OperationFilter.Sort.OLDEST,
            "latest", OperationFilter.Sort.LATEST_TIME,
            "earliest", OperationFilter.Sort.EARLIEST_TIME);

    /** Whether only open operations can match. */
    public boolean isOpenOnly() {
        return toFilter().isOpenOnly();
    }

    public boolean isEmpty() {
        return parameters().isEmpty();
    }

    /** Whether the search may be a name, an email or a phone, which must not appear in a URL. */
    public boolean isPersonal() {
        return OperationFilter.isText(FormValues.blankToNull(q));
    }

    public OperationListLinks links() {
        return new OperationListLinks(this);
    }

    /** The criteria, for hidden fields. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "status", status);
        put(parameters, "channel", channel);
        put(parameters, "channelDatabase", channelDatabase);
        put(parameters, "device", device);
        put(parameters, "clerk", clerk);
        put(parameters, "kind", kind);
        put(parameters, "errorCode", errorCode);
        put(parameters, "q", q);
        put(parameters, "from", from);
        put(parameters, "to", to);
        put(parameters, "sort", sort);
        return parameters;
    }

    /** Replaces the empty strings that a form sends for empty fields with null. */
    public OperationFilterForm clean() {
        return new OperationFilterForm(
                FormValues.blankToNull(status),
                FormValues.blankToNull(channel),
                FormValues.blankToNull(channelDatabase),
                FormValues.blankToNull(device),
                FormValues.blankToNull(clerk),
                FormValues.blankToNull(kind),
                FormValues.blankToNull(errorCode),
                FormValues.blankToNull(q),
                FormValues.blankToNull(search),
                from,
                to,
                FormValues.blankToNull(sort),
                FormValues.blankToNull(columns),
                before,
                after);
    }

    /** The same filter with the text of its search. */
    OperationFilterForm withSearch(@Nullable String text, @Nullable String id) {
        return new OperationFilterForm(
                status,
                channel,
                channelDatabase,
                device,
                clerk,
                kind,
                errorCode,
                text,
                id,
                from,
                to,
                sort,
                columns,
                before,
                after);
    }

    boolean isPeriodReversed() {
        return from != null && to != null && from.isAfter(to);
    }

    /** Days are UTC days, as on all pages. */
    public OperationFilter toFilter() {
        return new OperationFilter(
                status,
                channel,
                channelDatabase,
                device,
                clerk,
                null,
                kind,
                errorCode,
                q,
                startOf(from),
                to == null ? null : startOf(StorableTimes.require("to", to).plusDays(1)),
                sort == null ? OperationFilter.Sort.NEWEST : SORTS.getOrDefault(sort, OperationFilter.Sort.NEWEST),
                before,
                after);
    }

    private static @Nullable Instant startOf(@Nullable LocalDate day) {
        return day == null ? null : day.atStartOfDay().toInstant(ZoneOffset.UTC);
    }

    static void put(Map<String, String> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, value.toString());
        }
    }
}
