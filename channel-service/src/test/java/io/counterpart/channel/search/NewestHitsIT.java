package io.counterpart.channel.search;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.contract.search.NewestHitsQuery;
import io.counterpart.contract.search.SearchQuery;
import io.counterpart.testsupport.TestDatabase;

import static io.counterpart.channel.search.SearchTestSupport.complete;
import static io.counterpart.channel.search.SearchTestSupport.plan;
import static org.assertj.core.api.Assertions.assertThat;

/** The steps of {@link NewestHitsQuery}: the newest 300, the newest 10,000 of a large table, and all customers. */
class NewestHitsIT extends ChannelServiceContext {

    // 12,000 customers newer than all others: every hundredth has the term "hundredth", and the first thirty have
    // "founder".
    private static final String HERD = """
            insert into customer (async_customer_id, type, first_name, sync_status, creation_mode, created_in_channel,
              created_in_channel_database, created_at, version, search_terms)
            select ('ff000000-0000-7000-8000-' || lpad(g::text, 12, '0'))::uuid, 'PERSON', 'Herd', 'PENDING_SYNC', 'ASYNC',
              'HARBOR', 'harbor', now(), 0,
              array['herd', (1000000000 + g)::text]
                || case when g % 100 = 0 then '{hundredth}'::text[] end
                || case when g <= 30 then '{founder}'::text[] end
            from generate_series(1, 12000) g
            """;

    private static final String ALL_WHO_FIT = """
            select async_customer_id::text from customer
            where (array_to_tsvector(search_terms) @@ ?::tsquery) is true
            order by async_customer_id desc
            """;

    private JdbcTemplate owner = new JdbcTemplate();

    @BeforeEach
    void insert(@Value("${spring.datasource.url}") String url) {
        owner = new JdbcTemplate(new DriverManagerDataSource(url, TestDatabase.OWNER, TestDatabase.ROLE_PASSWORD));
        jdbc.update(HERD);
        owner.execute("analyze customer");
    }

    @AfterEach
    void delete() {
        jdbc.update("delete from customer where first_name = 'Herd'");
        owner.execute("analyze customer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"herd", "her", "hundredth", "hundred", "founder", "found", "founder 1000000029", "f 1000000029"})
    void findsTheNewestOfManyWhereverTheyAre(String query) {
        findsTheNewest(query);
        pretendSize(1_000_000);
        findsTheNewest(query);
    }

    private void findsTheNewest(String query) {
        List<String> expected = jdbc.queryForList(
                ALL_WHO_FIT, String.class, SearchQuery.of(query).tsquery());
        List<String> paged = new ArrayList<>();
        String cursor = "";
        while (paged.size() < Math.min(21, expected.size())) {
            String from = cursor.isEmpty() ? "" : ", \"cursor\": \"" + cursor + "\"";
            Response page =
                    station.post(CUSTOMERS + "/search", "{\"query\": \"%s\", \"limit\": 7%s}".formatted(query, from));
            paged.addAll(complete(page));
            cursor = page.text("nextCursor");
        }

        assertThat(expected).isNotEmpty();
        assertThat(paged).containsExactlyElementsOf(expected.subList(0, paged.size()));
    }

    // PostgreSQL believes it until the next analyze.
    private void pretendSize(int rows) {
        assertThat(owner.queryForObject(
                        "select pg_restore_relation_stats('schemaname', 'public', 'relname', 'customer', 'reltuples', ?::real)",
                        Boolean.class,
                        rows))
                .isTrue();
    }

    // In a table of this size the planner reads the newest 10,000 rows one by one: a search took 25 ms instead of 2.
    @Test
    void aSmallTableIsSearchedByTheIndexOfTermsAlone() {
        SearchQuery query = SearchQuery.of("founder");

        assertThat(plan(jdbc, query.picking(), query.tsquery()))
                .contains("Bitmap Index Scan on customer_search")
                .doesNotContainPattern("Rows Removed by Filter: \\d{4}");
    }
}
