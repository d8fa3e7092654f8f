package io.counterpart.hq.operation;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages, the total and the sort links of the status page. */
@HqManualContext
class OperationPagingTests {

    private static final LocalDate DAY = LocalDate.ofInstant(OperationFixtures.NOON, ZoneOffset.UTC);

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    private int batches;

    @BeforeEach
    void manyOperations() {
        work.clear();
        work.channels();
        work.stage(operations(120));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "view=none",
                "sort=oldest",
                "sort=latest",
                "sort=earliest",
                "status=OPEN",
                "status=PENDING&sort=oldest"
            })
    void goesForwardAndBackToTheSamePagesWhileOperationsArrive(String filter) {
        String start = "/synchronization?" + filter;
        List<String> first = ids(page(start));
        String second = link(page(start), "next");
        work.stage(operations(7));
        String third = link(page(second), "next");
        assertThat(ids(page(third))).hasSizeBetween(20, 27);
        List<String> middle = ids(page(second));
        assertThat(middle).hasSize(50).doesNotContainAnyElementsOf(first);
        work.stage(operations(7));

        assertThat(ids(page(link(page(third), "prev")))).isEqualTo(middle);

        // The way back ends on a complete first page, or on the page ahead of which others have arrived.
        Document back = page(link(page(link(page(third), "prev")), "prev"));
        assertThat(ids(back)).isEqualTo(first);
        boolean oldestFirst = filter.contains("oldest") || filter.contains("earliest");
        assertThat(link(back, "prev").isEmpty()).isEqualTo(oldestFirst);
        assertThat(ids(page(link(back, "next")))).isEqualTo(middle);
    }

    @Test
    void aPageWhoseOperationsAreGoneIsTheFirstOne() {
        String second = link(page("/synchronization?status=OPEN"), "next");
        work.jdbcUpdate(
                "delete from open_operation where recid in (select recid from open_operation order by 1 limit 80)");
        assertThat(ids(page(second))).hasSize(40);
        assertThat(link(page(second), "prev")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"view=none, 120 in total", "status=SUCCEEDED, ''", "channel=HARBOR, 120 in total", "status=FAILED, ''"})
    void tellsTheTotal(String filter, String total) {
        assertThat(page("/synchronization?" + filter).select(".pager > span").text())
                .isEqualTo(total);
    }

    @Test
    void countsToTenThousandAndNotWhereNoIndexHelps() {
        work.jdbcUpdate("""
                insert into async_operation (operation_id, channel_database, channel, replication_counter, async_customer_id,
                  operation_number, kind, payload, occurred_at, uploaded_at, staged_at)
                select gen_random_uuid(), 'harbor', 'HARBOR', i, gen_random_uuid(), 1, 'CREATE_CUSTOMER', payload,
                  occurred_at, uploaded_at, staged_at
                from generate_series(1, 9880) i, (select * from async_operation limit 1) one
                """);
        assertThat(total("view=none")).isEqualTo("10,000 in total");
        work.jdbcUpdate("""
                insert into async_operation (operation_id, channel_database, channel, replication_counter, async_customer_id,
                  operation_number, kind, payload, occurred_at, uploaded_at, staged_at)
                select gen_random_uuid(), channel_database, channel, 1, gen_random_uuid(), 1, kind, payload,
                  occurred_at, uploaded_at, staged_at
                from async_operation limit 1
                """);
        assertThat(total("view=none")).isEqualTo("More than 10,000 in total");
        assertThat(total("channel=HARBOR&kind=CREATE_CUSTOMER")).isEqualTo("More than 50 in total");
    }

    @Test
    void headingsSortWhereAnIndexHasTheOrderAndKeepTheFilter() {
        Document all = page("/synchronization?columns=operation,time,received");
        assertThat(all.select("th[aria-sort=descending]").text()).isEqualTo("Received at HQ");
        assertThat(heading(all, "Time")).contains("sort=latest").contains("columns=operation,time,received");

        Document latest = page(heading(all, "Time"));
        assertThat(latest.select("th[aria-sort=descending]").text()).isEqualTo("Time");
        assertThat(latest.select("th[aria-sort=none]").text()).isEqualTo("Received at HQ");
        assertThat(page(heading(latest, "Time"))
                        .select("th[aria-sort=ascending]")
                        .text())
                .isEqualTo("Time");

        Document channel = page("/synchronization?channel=HARBOR&columns=operation,time,received");
        assertThat(heading(channel, "Time")).isEmpty();
        assertThat(heading(channel, "Received at HQ"))
                .contains("channel=HARBOR")
                .contains("sort=oldest");

        Document day = page("/synchronization?columns=operation,time,received&from=" + DAY);
        assertThat(day.select("th[aria-sort=descending]").text()).isEqualTo("Time");
        assertThat(heading(day, "Received at HQ")).isEmpty();
    }

    /** Later than all earlier ones, and in an order that differs from their times. */
    private List<CustomerOperation> operations(int number) {
        var operations = new ArrayList<CustomerOperation>();
        Instant start = OperationFixtures.NOON.plusSeconds(1000L * batches++);
        IntStream.range(0, number)
                .forEach(i -> operations.add(OperationFixtures.operation(
                        UUID.randomUUID(),
                        "harbor",
                        1,
                        start.plusSeconds(i * 37L % 1000),
                        OperationFixtures.creation().body())));
        return operations;
    }

    private String total(String filter) {
        return page("/synchronization?" + filter).select(".pager > span").text();
    }

    private static List<String> ids(Document page) {
        return page.select("tbody a[href^=/synchronization/]").eachAttr("href");
    }

    private static String link(Document page, String rel) {
        return page.select(".pager a[rel=" + rel + "]").attr("href");
    }

    private static String heading(Document page, String title) {
        return page.select("thead a:containsOwn(" + title + ")").attr("href");
    }

    private Document page(String path) {
        MvcTestResult page = http.get()
                .uri(URI.create(path))
                .with(user("v").roles("VIEWER"))
                .accept("text/html")
                .exchange();
        assertThat(page).hasStatusOk();
        try {
            return Jsoup.parse(page.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
