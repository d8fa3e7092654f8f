package io.counterpart.hq.audit;

import java.util.ArrayList;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The audit log is filtered, paged and exported. */
@HqManualContext
class AuditFilterTests {

    private static final String API = "/api/v1/audit-entries";

    @Autowired
    MockMvcTester http;

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    private String bearer = "";

    @BeforeEach
    void addEntries() {
        work.clear();
        bearer = work.bearer(TokenRole.HQ_API, null);
        work.jdbcUpdate("""
                insert into audit_entry (at, actor, actor_type, action, subject, detail, changes) values
                  ('2026-03-01T10:00:00Z', 'ada', 'USER', 'change', 'Channel HARBOR', '{}',
                    '[{"field": "name", "oldValue": "Harbor", "newValue": "=cmd|calc"},
                      {"field": "tags", "oldValue": null, "newValue": ["A", "B"]}]'),
                  ('2026-03-02T23:59:00Z', 'bob', 'TOKEN', 'block', 'C-0000001', '{"reason": "Unpaid, twice"}',
                    '[{"field": "blocked", "oldValue": false, "newValue": true}]'),
                  ('2026-03-03T00:00:00Z', 'ada', 'USER', 'block', 'C-0000002', null, null)
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | C-0000002,C-0000001,Channel HARBOR",
                "actor=ada | C-0000002,Channel HARBOR",
                "action=block | C-0000002,C-0000001",
                "actor=ada&action=block | C-0000002",
                "subject=harbor | Channel HARBOR",
                "subject=C_0000001 | ''",
                "from=2026-03-02&to=2026-03-02 | C-0000001",
                "from=2026-03-03 | C-0000002",
                "to=2026-03-01 | Channel HARBOR",
                "actor=nobody | ''"
            })
    void filtersThePage(String query, String subjects) throws Exception {
        assertThat(String.join(",", page(query).select("tbody td:nth-child(3)").eachText()))
                .isEqualTo(subjects);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "actor=ada | C-0000002,Channel HARBOR",
                "action=block | C-0000002,C-0000001",
                "subject=C-0000001 | C-0000001",
                "subject=C-000000 | ''",
                "from=2026-03-02T23:59:00Z&to=2026-03-03T00:00:00Z | C-0000001",
                "to=2026-03-02T23:59:00Z | Channel HARBOR"
            })
    void filtersTheApi(String query, String subjects) {
        MvcTestResult answer = client.get(bearer, API + "?" + query);

        assertThat(answer).hasStatusOk();
        assertThat(String.join(",", subjects(answer))).isEqualTo(subjects);
    }

    @Test
    void reportsAReversedPeriodAndKeepsTheInput() throws Exception {
        Document page = page("actor=ada&subject=harbor&from=2026-03-05&to=2026-03-01");

        assertThat(page.select("[role=alert]").text()).contains("Swap the dates");
        assertThat(page.select("#from").val()).isEqualTo("2026-03-05");
        assertThat(page.select("#to").val()).isEqualTo("2026-03-01");
        assertThat(page.select("#subject").val()).isEqualTo("harbor");
        assertThat(page.select("#actor option[selected]").text()).isEqualTo("ada");
        assertThat(page.text()).doesNotContain("No matching entries");
        assertThat(client.get(bearer, API + "?from=2026-03-05T00:00:00Z&to=2026-03-01T00:00:00Z"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/from");
        assertThat(export("from=2026-03-05&to=2026-03-01")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void pagesThroughEntriesOfOneMoment() {
        work.jdbcUpdate("""
                insert into audit_entry (at, actor, action, subject)
                select '2026-03-04T00:00:00Z', 'ada', 'change', 'Channel ' || n from generate_series(1, 5) n
                """);
        var found = new ArrayList<String>();
        String cursor = "";
        do {
            MvcTestResult answer = client.get(bearer, API + "?action=change&limit=2" + cursor);
            assertThat(answer).hasStatusOk();
            found.addAll(subjects(answer));
            String next = work.tree(answer).path("nextCursor").asString("");
            cursor = next.isEmpty() ? "" : "&cursor=" + next;
        } while (!cursor.isEmpty());

        assertThat(found)
                .containsExactly("Channel 5", "Channel 4", "Channel 3", "Channel 2", "Channel 1", "Channel HARBOR");
    }

    @Test
    void pagesThePage() throws Exception {
        work.jdbcUpdate("""
                insert into audit_entry (at, actor, action, subject)
                select '2026-03-04T00:00:00Z', 'carl', 'change', 'Channel ' || n from generate_series(1, 150) n
                """);
        Document first = page("actor=carl");
        String older = first.select(".pager a").attr("href");

        assertThat(first.select("tbody tr")).hasSize(100);
        assertThat(Jsoup.parse(get(older).getResponse().getContentAsString())
                        .select("tbody td:nth-child(3)")
                        .eachText())
                .hasSize(50)
                .last()
                .isEqualTo("Channel 1");
    }

    @Test
    void exportsTheFilteredListWithOldAndNewValues() throws Exception {
        List<String> lines =
                List.of(export("actor=ada").getResponse().getContentAsString().split("\r\n", -1));

        assertThat(lines.get(0)).isEqualTo("id,time,actor,actor type,action,subject,field,old value,new value,details");
        assertThat(lines.subList(1, lines.size()).stream().map(line -> line.replaceFirst("^\\d+,", "")))
                .containsExactly(
                        "2026-03-03T00:00:00Z,ada,USER,block,C-0000002,,,,",
                        "2026-03-01T10:00:00Z,ada,USER,change,Channel HARBOR,name,Harbor,'=cmd|calc,",
                        "2026-03-01T10:00:00Z,ada,USER,change,Channel HARBOR,tags,,\"[\"\"A\"\",\"\"B\"\"]\",",
                        "");
        assertThat(export("action=block&actor=bob").getResponse().getContentAsString())
                .contains("blocked,false,true,\"{\"\"reason\"\":\"\"Unpaid, twice\"\"}\"");
    }

    @Test
    void exportsMoreThanOnePageOfEntries() throws Exception {
        work.jdbcUpdate("""
                insert into audit_entry (at, actor, action, subject)
                select '2026-03-04T00:00:00Z', 'carl', 'change', 'Channel ' || n from generate_series(1, 2300) n
                """);

        assertThat(export("actor=carl").getResponse().getContentAsString().lines())
                .hasSize(2301)
                .doesNotHaveDuplicates();
    }

    private List<String> subjects(MvcTestResult answer) {
        return work.tree(answer)
                .path("items")
                .valueStream()
                .map(it -> it.path("subject").asString())
                .toList();
    }

    private Document page(String query) throws Exception {
        MvcTestResult answer = get("/administration/changes" + (query.isEmpty() ? "" : "?" + query));
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    private MvcTestResult export(String query) {
        return get("/administration/changes/export.csv?" + query);
    }

    private MvcTestResult get(String path) {
        return http.get()
                .uri(java.net.URI.create(path))
                .with(user("somebody").roles("VIEWER"))
                .accept("text/html")
                .exchange();
    }
}
