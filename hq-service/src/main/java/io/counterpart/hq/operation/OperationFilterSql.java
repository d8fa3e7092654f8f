package io.counterpart.hq.operation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Turns a filter into conditions and an order. What asks only for operations that are not done starts from that small
 * table, a span of days from the index of times, all else walks the log by its key, so that a page costs the same whether
 * there are a thousand operations or a million.
 */
final class OperationFilterSql {

    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z]{0,6}-?\\d{3,}");

    // Three ways to one operation, each with its index: joined by "or" they would have none.
    private static final String BY_ID = """
            a.recid in (
              select recid from async_operation where operation_id = :id
              union all select recid from async_operation where async_customer_id = :id
              union all select x.recid
              from customer_alias l join async_operation x using (async_customer_id) where l.alias = :id)
            """;

    private static final String WAITING_BEHIND = """
            (a.occurred_at, a.recid)
              %1$s (coalesce((select occurred_at from async_operation where recid = :before), '%2$sinfinity'), :before)
            """;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private final boolean openOnly;
    private final boolean byTime;
    private final boolean oldestFirst;

    OperationFilterSql(OperationFilter filter) {
        openOnly = filter.isOpenOnly() || isText(filter.q());
        byTime = !openOnly && (filter.from() != null || filter.to() != null);
        oldestFirst = filter.isOldestFirst();
        status(filter.status());
        equal("a.channel", "channel", filter.channel());
        equal("a.channel_database", "database", filter.channelDatabase());
        equal("a.kind", "kind", filter.kind());
        equal("coalesce(o.error_code, 'unknown')", "errorCode", filter.errorCode());
        search(filter.q());
        occurred(">=", "from", filter.from());
        occurred("<", "to", filter.to() == null ? null : filter.to().plusDays(1));
        if (filter.before() != null) {
            String comparison = oldestFirst ? ">" : "<";
            String behind = WAITING_BEHIND.formatted(comparison, oldestFirst ? "-" : "");
            add(byTime ? behind : "a.recid " + comparison + " :before", "before", filter.before());
        }
    }

    String from() {
        String join =
                openOnly ? "open_operation o join async_operation a" : "async_operation a left join open_operation o";
        String where = conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
        return " from " + join + " using (recid)" + where;
    }

    String order() {
        String direction = oldestFirst ? "asc" : "desc";
        return " order by " + (byTime ? "a.occurred_at " + direction + ", " : "") + "a.recid " + direction;
    }

    Map<String, @Nullable Object> parameters() {
        return parameters;
    }

    private void status(@Nullable String status) {
        if ("SUCCEEDED".equals(status)) {
            conditions.add("o.recid is null");
        } else if (status != null && !status.equals("OPEN")) {
            add("o.status = :status", "status", status);
        }
    }

    private void search(@Nullable String q) {
        if (q == null) {
            return;
        }
        if (UUID_TEXT.matcher(q).matches()) {
            add(BY_ID, "id", UUID.fromString(q));
        } else if (isText(q)) {
            add("""
                    exists (select from retailasynccustomerv2 r where r.operationid = a.operation_id
                      and concat_ws(' ', r.custname, r.organizationname, r.email, r.phone) ilike :text)""", "text", "%" + q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%");
        } else {
            add("""
                    a.async_customer_id in (
                      select c.async_customer_id from customer c where c.account_number = :account
                      union all select alias from customer_alias join customer c using (async_customer_id)
                      where c.account_number = :account)""", "account", q.toUpperCase(java.util.Locale.ROOT));
        }
    }

    private static boolean isText(@Nullable String q) {
        return q != null
                && !UUID_TEXT.matcher(q).matches()
                && !ACCOUNT.matcher(q).matches();
    }

    private void equal(String column, String name, @Nullable String value) {
        if (value != null) {
            add(column + " = :" + name, name, value);
        }
    }

    private void occurred(String comparison, String name, @Nullable LocalDate day) {
        if (day != null) {
            OffsetDateTime start = day.atStartOfDay().atOffset(ZoneOffset.UTC);
            add("a.occurred_at " + comparison + " :" + name, name, start);
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }
}
