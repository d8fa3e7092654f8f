package io.counterpart.hq.operation;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Limits;
import io.counterpart.contract.search.SearchQuery;
import io.counterpart.hq.problem.StorableTimes;
import io.counterpart.support.problem.Problem;
import io.counterpart.support.web.StrictUuid;

/**
 * Translates a filter into conditions and an order. A filter for open operations starts with their small table, a
 * period uses the index on times, and all other filters scan the log by its key, so that the cost of a page does not
 * depend on the number of operations.
 */
final class OperationFilterSql {

    private static final String BEYOND = """
            (a.occurred_at, a.recid)
              %1$s (coalesce((select occurred_at from async_operation where recid = :position), '%2$sinfinity'), :position)
            """;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> parameters = new HashMap<>();
    private final boolean openOnly;
    private final boolean byTime;
    private final boolean ascending;
    private final boolean ofOpenTable;

    OperationFilterSql(OperationFilter filter) {
        this(filter, Set.of());
    }

    /** Restricts the result to open operations with one of these statuses. */
    OperationFilterSql(OperationFilter filter, Collection<String> statuses) {
        openOnly = !statuses.isEmpty() || filter.isOpenOnly();
        byTime = statuses.isEmpty() && filter.isByTime();
        // The page ahead of a row is read backwards from that row.
        ascending = filter.sort().isAscending() != (filter.after() != null);
        if (!statuses.isEmpty()) {
            add("o.status = any(:statuses)", "statuses", statuses.toArray(String[]::new));
        }
        status(filter.status());
        equal("a.channel", "channel", filter.channel());
        equal("a.channel_database", "database", filter.channelDatabase());
        equal("a.device", "device", filter.device());
        equal("a.clerk", "clerk", filter.clerk());
        equal("a.kind", "kind", filter.kind());
        // Only without coalesce, the index of the error codes gives a page in its order.
        equal(
                "unknown".equals(filter.errorCode()) ? "coalesce(o.error_code, 'unknown')" : "o.error_code",
                "errorCode",
                filter.errorCode());
        customer(filter.customer());
        search(filter.q());
        occurred(">=", "from", filter.from());
        occurred("<", "to", filter.to());
        ofOpenTable = openOnly && conditions.stream().noneMatch(condition -> condition.contains("a."));
        position(filter.after() == null ? filter.before() : filter.after());
    }

    private void position(@Nullable Long recid) {
        if (recid != null) {
            String comparison = ascending ? ">" : "<";
            String beyond = BEYOND.formatted(comparison, ascending ? "-" : "");
            add(byTime ? beyond : "a.recid " + comparison + " :position", "position", recid);
        }
    }

    /** The tables: {@code a} is the log, {@code o} the open operations. */
    String from() {
        return openOnly
                ? " from open_operation o join async_operation a using (recid)"
                : " from async_operation a left join open_operation o using (recid)";
    }

    /** The tables of a count: the small one alone if the conditions are about it only. */
    String fromForCount() {
        return ofOpenTable ? " from open_operation o" : from();
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }

    String order() {
        String direction = ascending ? "asc" : "desc";
        return " order by " + (byTime ? "a.occurred_at " + direction + ", " : "") + "a.recid " + direction;
    }

    /** Of a period: without an order, a count may read the log from its beginning instead of the index on times. */
    String orderForCount() {
        return byTime ? order() : "";
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
        if (StrictUuid.matches(q)) {
            add(OperationSearchSql.BY_ID, "id", UUID.fromString(q));
        } else if (OperationFilter.isId(q)) {
            add(OperationSearchSql.BY_BEGINNING, "first", OperationFilter.completed(q, '0'));
            parameters.put("last", OperationFilter.completed(q, 'f'));
        } else if (OperationFilter.isText(q)) {
            text(q);
        } else {
            add(OperationSearchSql.OF_ACCOUNT, "account", q.toUpperCase(Locale.ROOT));
        }
    }

    private void text(String q) {
        SearchQuery query = SearchQuery.of(q);
        add(OperationSearchSql.withText(!query.isEmpty()), "text", contains(q));
        parameters.put("picking", query.picking());
        parameters.put("terms", query.tsquery());
    }

    private static String contains(String q) {
        return "%" + q.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }

    private void customer(@Nullable String customer) {
        if (customer != null) {
            boolean async = StrictUuid.matches(customer);
            if (!async && customer.length() > Limits.ACCOUNT_NUMBER) {
                throw Problem.validation(
                        "/customer", "not-a-customer", "Must be an account number or an async customer ID");
            }
            add(async ? "a.async_customer_id = :customer::uuid" : OperationSearchSql.OF_CUSTOMER, "customer", customer);
        }
    }

    private void equal(String column, String name, @Nullable String value) {
        if (value != null) {
            add(column + " = :" + name, name, value);
        }
    }

    private void occurred(String comparison, String name, @Nullable Instant at) {
        if (at != null) {
            add(
                    "a.occurred_at " + comparison + " :" + name,
                    name,
                    StorableTimes.require(name, at).atOffset(ZoneOffset.UTC));
        }
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        parameters.put(name, value);
    }
}
