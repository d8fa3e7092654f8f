package io.counterpart.hq.session;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.List;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The pages, the total and the order of the lists of sessions. */
@HqManualContext
class SessionPagingTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    @BeforeEach
    void manySessions() {
        work.clear();
        work.channels();
        sessions(1, 120);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"direction=upload", "direction=upload&sort=oldest", "direction=upload&channelDatabase=harbor"})
    void goesForwardAndBackToTheSamePagesWhileSessionsStart(String filter) {
        Document first = page("/sessions?" + filter);
        Document second = page(link(first, "next"));
        assertThat(counters(second)).hasSize(50).doesNotContainAnyElementsOf(counters(first));
        // They start later than all others: of the same time, their random ids could place them on the first page.
        sessions(126, 3);
        Document third = page(link(second, "next"));
        assertThat(counters(third)).hasSizeBetween(20, 23);

        Document back = page(link(third, "prev"));
        assertThat(counters(back)).isEqualTo(counters(second));
        assertThat(counters(page(link(back, "prev")))).isEqualTo(counters(first));
    }

    @Test
    void keepsTheFilterTheOrderAndTheColumnsFromPageToPage() {
        Document first = page("/sessions?channelDatabase=harbor&sort=oldest&columns=started,counters");
        assertThat(first.select("th[aria-sort=ascending]").text()).isEqualTo("Started");
        assertThat(first.select(".pager > span").text()).isEqualTo("120 in total");
        assertThat(link(first, "next"))
                .contains("channelDatabase=harbor", "sort=oldest", "columns=started,counters", "before=");
        assertThat(page(link(first, "next")).select("thead").get(0).select("th").eachText())
                .containsExactly("Started", "Counters");
    }

    // Several sessions of each time.
    private void sessions(int first, int number) {
        work.jdbcUpdate("""
                insert into upload_session (id, channel_database, counter_from, counter_to, rows, status, try_count, started_at)
                select gen_random_uuid(), 'harbor', i, i, 1, 'APPLIED', 1, timestamptz '2026-11-20T12:00:00Z' + interval '1 second' * (i / 7)
                from generate_series(%d, %d) i
                """.formatted(first, first + number - 1));
    }

    private static List<String> counters(Document page) {
        return page.select("td[data-label=Counters]").eachText();
    }

    private static String link(Document page, String rel) {
        return page.select(".pager a[rel=" + rel + "]").attr("href");
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
