package io.counterpart.hq.audit;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Translates criteria into conditions on {@code audit_entry}. Each criterion but a part of the subject has an index in
 * the order of the list, so that a page does not read entries that it does not show.
 */
final class AuditQuerySql {

    static final String ORDER = " order by at desc, id desc";

    // Only the purge deletes entries, beginning with the oldest ones: nothing comes after a deleted entry.
    private static final String AFTER_PREVIOUS_PAGE = """
            (at, id) < (coalesce((select at from audit_entry where id = :before), '-infinity'), :before)
            """;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();

    /** @param before the ID of the last entry of the previous page; the largest number: the first page */
    AuditQuerySql(AuditQuery query, long before) {
        equal("actor", query.actor());
        equal("action", query.action());
        equal("subject", query.subject());
        if (query.subjectPart() != null) {
            add("subject ilike :part", "part", contains(query.subjectPart()));
        }
        time("at >= :from", "from", query.from());
        time("at < :to", "to", query.to());
        if (before != Long.MAX_VALUE) {
            add(AFTER_PREVIOUS_PAGE, "before", before);
        }
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    private void equal(String column, @Nullable String value) {
        if (value != null) {
            add(column + " = :" + column, column, value);
        }
    }

    private void time(String condition, String name, @Nullable Instant at) {
        if (at != null) {
            add(condition, name, at.atOffset(ZoneOffset.UTC));
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }

    private static String contains(String text) {
        return "%" + text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
