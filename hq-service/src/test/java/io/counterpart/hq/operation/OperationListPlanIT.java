package io.counterpart.hq.operation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.operation.OperationFilter.Sort;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;

/** The plans of the status page among many operations: the rows that a page reads do not depend on their number. */
@HqManualContext
class OperationListPlanIT {

    private static final int OPERATIONS = 200_000;
    // A page reads its 51 rows, and of a few more that a second criterion excludes.
    private static final double OF_A_PAGE = 2_000;
    private static final double OF_A_COUNT = 10_100;

    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestDriver work;

    @Autowired
    MessageJson json;

    @Test
    void aPageReadsItsRowsOnlyAndACountNoMoreThanItsLimit() {
        fill();
        var tooMany = new ArrayList<String>();
        filters().forEach((name, filter) -> {
            for (OperationFilter page : pages(filter)) {
                check(name + " " + page.sort() + (page.after() == null ? "" : ", back"), page, tooMany);
            }
            if (filter.countedUpTo() > 0) {
                var sql = new OperationFilterSql(filter);
                double rows = mostRows(OperationRepository.count(sql), sql, filter.countedUpTo() + 1);
                if (rows > OF_A_COUNT) {
                    tooMany.add("count of %s: %.0f".formatted(name, rows));
                }
            }
        });
        assertThat(tooMany).isEmpty();
    }

    private void check(String name, OperationFilter filter, List<String> tooMany) {
        var sql = new OperationFilterSql(filter);
        double rows = mostRows(OperationRepository.list(sql), sql, 51);
        if (rows > OF_A_PAGE) {
            tooMany.add("%s: %.0f".formatted(name, rows));
        }
    }

    /** All orders that the page offers for the filter: from the start, from the middle, and back from there. */
    private List<OperationFilter> pages(OperationFilter filter) {
        long middle = work.number("select min(recid) + %d from async_operation".formatted(OPERATIONS / 2));
        var pages = new ArrayList<OperationFilter>();
        for (Sort sort : Sort.values()) {
            pages.add(at(filter, sort, null, null));
            pages.add(at(filter, sort, middle, null));
            pages.add(at(filter, sort, null, middle));
        }
        return pages;
    }

    private Map<String, OperationFilter> filters() {
        var filters = new LinkedHashMap<String, OperationFilter>();
        Instant from = now.minus(20, ChronoUnit.DAYS);
        Instant to = from.plus(1, ChronoUnit.DAYS);
        filters.put("all", filter(null, null, null, null, null, null));
        for (String status : List.of("OPEN", "FAILED", "WAITING", "PENDING", "SUCCEEDED")) {
            filters.put(status, filter(status, null, null, null, null, null));
        }
        filters.put("one cause", filter(null, null, null, "rare", null, null));
        filters.put("channel with most", filter(null, "HARBOR", null, null, null, null));
        filters.put("channel with few", filter(null, "STATION", null, null, null, null));
        filters.put("channel with none", filter(null, "ONLINE", null, null, null, null));
        filters.put("kind with few", filter(null, null, "EDIT_PROFILE", null, null, null));
        filters.put("kind with none", filter(null, null, "CREATE_ORDER", null, null, null));
        filters.put("succeeded of a channel", filter("SUCCEEDED", "HARBOR", null, null, null, null));
        filters.put("a day", filter(null, null, null, null, from, to));
        filters.put("since", filter(null, null, null, null, from, null));
        filters.put("succeeded of a day", filter("SUCCEEDED", null, null, null, from, to));
        return filters;
    }

    private static OperationFilter filter(
            @Nullable String status,
            @Nullable String channel,
            @Nullable String kind,
            @Nullable String errorCode,
            @Nullable Instant from,
            @Nullable Instant to) {
        return new OperationFilter(
                status, channel, null, null, null, null, kind, errorCode, null, from, to, Sort.NEWEST, null, null);
    }

    private static OperationFilter at(OperationFilter it, Sort sort, @Nullable Long before, @Nullable Long after) {
        return new OperationFilter(
                it.status(),
                it.channel(),
                null,
                null,
                null,
                null,
                it.kind(),
                it.errorCode(),
                null,
                it.from(),
                it.to(),
                sort,
                before,
                after);
    }

    /** The most rows that one node of the executed plan returned or removed. */
    private double mostRows(String statement, OperationFilterSql sql, int limit) {
        String plan = jdbc.sql("explain (analyze, timing off, format json) " + statement)
                .params(sql.parameters())
                .param("limit", limit)
                .query(String.class)
                .single();
        return mostRows(json.tree(plan).get(0).path("Plan"));
    }

    private static double mostRows(JsonNode node) {
        double most =
                node.path("Actual Rows").asDouble() * node.path("Actual Loops").asDouble();
        most = Math.max(
                most,
                most
                        + node.path("Rows Removed by Filter").asDouble()
                                * node.path("Actual Loops").asDouble());
        for (JsonNode child : node.path("Plans")) {
            most = Math.max(most, mostRows(child));
        }
        return most;
    }

    private void fill() {
        work.clear();
        work.jdbcUpdate("""
                insert into async_operation (operation_id, channel_database, channel, replication_counter, async_customer_id,
                  operation_number, kind, payload, occurred_at, uploaded_at, staged_at)
                select gen_random_uuid(), 'harbor', case when i %% 1000 = 0 then 'STATION' else 'HARBOR' end, i,
                  gen_random_uuid(), 1, case when i %% 500 = 0 then 'EDIT_PROFILE' else 'CREATE_CUSTOMER' end,
                  '{"content": "%s"}'::json, at, at, at
                from generate_series(1, %d) i,
                  lateral (select timestamptz '%s' - interval '13 seconds' * (%d - i) - interval '1 second' * (i * 31 %% 97)) t (at)
                """.formatted("x".repeat(200), OPERATIONS, now, OPERATIONS));
        work.jdbcUpdate("""
                insert into open_operation (recid, async_customer_id, channel_database, operation_number, status,
                  next_attempt_at, error_code)
                select recid, async_customer_id, channel_database, 1,
                  case recid %% 4 when 0 then 'PENDING' when 1 then 'WAITING' else 'FAILED' end, now(),
                  case when recid %% 100 = 2 then 'rare' else 'common' end
                from async_operation order by recid desc limit 1500
                """.replace("%%", "%"));
        work.jdbcUpdate("vacuum analyze async_operation");
        work.jdbcUpdate("vacuum analyze open_operation");
        assertThat(work.count("async_operation")).isEqualTo(OPERATIONS);
    }
}
