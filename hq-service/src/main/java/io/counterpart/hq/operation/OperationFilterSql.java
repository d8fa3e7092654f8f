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
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import io.counterpart.contract.Limits;
import io.counterpart.contract.search.NewestHitsQuery;
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

    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z]{0,6}-?\\d{3,}");

    // Three lookups of one operation, each with its index: a condition with "or" could not use them.
    private static final String BY_ID = """
            a.recid in (
              select recid from async_operation where operation_id = :id
              union all select recid from async_operation where async_customer_id = :id
              union all select x.recid
              from customer_alias l join async_operation x using (async_customer_id) where l.alias = :id)
            """;

    private static final String OF_CUSTOMER = """
            a.async_customer_id in (
              select c.async_customer_id from customer c where c.account_number = :customer
              union all select alias from customer_alias join customer c using (async_customer_id)
              where c.account_number = :customer)
            """;

    private static final String OF_ACCOUNT = OF_CUSTOMER.replace(":customer", ":account");

    private static final String OPEN_WITH_TEXT = """
            select k.recid from open_operation k join async_operation x using (recid)
              join retailasynccustomerv2 r on r.operationid = x.operation_id
            where concat_ws(' ', r.custname, r.organizationname, r.email, r.phone) ilike :text
            """;

    // All operations of the newest customers who match.
    private static final String OF_CUSTOMERS = " union all (with "
            + NewestHitsQuery.WITH
                    .replace(":before", "cast('ffffffff-ffff-ffff-ffff-ffffffffffff' as uuid)")
                    .replace(":enough", "200")
            + """
            , newest as (select async_customer_id from hit order by 1 desc limit 200)
            select x.recid from newest join async_operation x using (async_customer_id)
            union all
            select x.recid from newest join customer_alias l using (async_customer_id)
              join async_operation x on x.async_customer_id = l.alias)
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
        this(filter, Set.of());
    }

    /** Restricts the result to open operations with one of these statuses. */
    OperationFilterSql(OperationFilter filter, Collection<String> statuses) {
        openOnly = !statuses.isEmpty() || filter.isOpenOnly();
        byTime = !openOnly && (filter.from() != null || filter.to() != null);
        oldestFirst = filter.oldestFirst();
        if (!statuses.isEmpty()) {
            add("o.status = any(:statuses)", "statuses", statuses.toArray(String[]::new));
        }
        status(filter.status());
        equal("a.channel", "channel", filter.channel());
        equal("a.channel_database", "database", filter.channelDatabase());
        equal("a.device", "device", filter.device());
        equal("a.clerk", "clerk", filter.clerk());
        equal("a.kind", "kind", filter.kind());
        equal("coalesce(o.error_code, 'unknown')", "errorCode", filter.errorCode());
        customer(filter.customer());
        search(filter.q());
        occurred(">=", "from", filter.from());
        occurred("<", "to", filter.to());
        if (filter.before() != null) {
            String comparison = oldestFirst ? ">" : "<";
            String behind = WAITING_BEHIND.formatted(comparison, oldestFirst ? "-" : "");
            add(byTime ? behind : "a.recid " + comparison + " :before", "before", filter.before());
        }
    }

    /** The tables: {@code a} is the log, {@code o} the open operations. */
    String from() {
        return openOnly
                ? " from open_operation o join async_operation a using (recid)"
                : " from async_operation a left join open_operation o using (recid)";
    }

    String where() {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
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
        if (StrictUuid.matches(q)) {
            add(BY_ID, "id", UUID.fromString(q));
        } else if (isText(q)) {
            text(q);
        } else {
            add(OF_ACCOUNT, "account", q.toUpperCase(Locale.ROOT));
        }
    }

    private void text(String q) {
        SearchQuery query = SearchQuery.of(q);
        // An array is evaluated once, so that the log is read by its key.
        add(
                "a.recid = any(array(" + OPEN_WITH_TEXT + (query.isEmpty() ? "" : OF_CUSTOMERS) + "))",
                "text",
                contains(q));
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
            add(async ? "a.async_customer_id = :customer::uuid" : OF_CUSTOMER, "customer", customer);
        }
    }

    /** Whether a search is a text, and not the ID of an operation or a customer. */
    static boolean isText(@Nullable String q) {
        return q != null && !StrictUuid.matches(q) && !ACCOUNT.matcher(q).matches();
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
