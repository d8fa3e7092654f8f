package io.counterpart.hq.statistics;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class StatisticsPageTests extends StatisticsSupport {

    private static final String SAMPLES = """
            insert into statistics_sample (length, channel_database, at, staged, applied, failed, latency_p50, latency_p95,
              latency_p99, open_operations, failed_operations, pending_customers)
            select 'MINUTE', database, date_trunc('minute', now()) - n * interval '1 minute', n, n - 1, 2, 0.4, 3.2, 61, 5, 6, 7
            from generate_series(1, 30) as n cross join unnest(array['', 'harbor']) as database
            where n <> 10
            """;

    @Autowired
    MockMvcTester http;

    @Test
    void saysWhenTheFirstFiguresWillBeThere() throws Exception {
        Document page = page("/statistics?range=week");

        assertThat(page.select(".empty").text()).contains("No figures yet", "appear at about", "UTC");
        assertThat(page.select("svg.chart")).isEmpty();
    }

    @Test
    void drawsFourChartsThatScreenReadersCanRead() throws Exception {
        work.jdbcUpdate(SAMPLES);

        Document page = page("/statistics?range=hour");

        assertThat(page.select(".charts h2").eachText())
                .containsExactly("Throughput", "Time to account number", "Backlog", "Failures");
        assertThat(page.select("svg.chart[role=img]")).hasSize(4).allSatisfy(chart -> {
            assertThat(named(page, chart, "aria-labelledby")).isNotBlank();
            assertThat(named(page, chart, "aria-describedby")).contains("at most");
        });
        assertThat(page.select("#throughput-values").text()).isEqualTo("Staged: at most 30. Applied: at most 29.");
        assertThat(page.select("#latency-values").text()).contains("95th percentile: at most 3.2 s.");
        assertThat(page.select("svg.chart").get(1).select("text").eachText()).contains("0", "1 min", "2 min");
        assertThat(page.select("svg.chart").get(0).select("text").eachText()).contains("0", "20", "40");
    }

    @Test
    void aMissedMinuteInterruptsTheLines() throws Exception {
        work.jdbcUpdate(SAMPLES);

        String path =
                page("/statistics?range=hour").select("svg.chart path.line.s1").attr("d");

        assertThat(path.chars().filter(it -> it == 'M')).hasSize(2);
        assertThat(path.chars().filter(it -> it == 'L')).hasSize(27);
    }

    @Test
    void hasTheValuesAsATableWithTheNewestFirst() throws Exception {
        work.jdbcUpdate(SAMPLES);

        Document page = page("/statistics?range=hour&channelDatabase=harbor");

        assertThat(page.select("details table")).hasSize(4);
        Element throughput = page.select("details table").get(0);
        assertThat(throughput.select("th").eachText()).containsExactly("From", "Staged", "Applied");
        assertThat(throughput.select("tbody tr")).hasSize(29);
        assertThat(throughput.select("tbody tr").get(0).select("td.number").eachText())
                .containsExactly("1", "0");
        assertThat(page.select("details table").get(1).select("tbody tr").get(0).text())
                .endsWith("0.4 s 3.2 s 1 min 1 s");
    }

    @Test
    void linksTheStoresIntoTheListsAndKeepsTheSelection() throws Exception {
        work.jdbcUpdate(SAMPLES);

        Document page = page("/statistics?range=day&channelDatabase=harbor");

        assertThat(page.select("table.cards tbody tr").text()).contains("harbor", "HARBOR, STATION");
        assertThat(page.select("table.cards tbody a").eachAttr("href"))
                .containsExactly(
                        "/statistics?range=day&channelDatabase=harbor",
                        "/stuck-customers?channelDatabase=harbor",
                        "/synchronization?status=OPEN&channelDatabase=harbor",
                        "/synchronization?status=FAILED&channelDatabase=harbor");
        assertThat(page.select(".tabs a[aria-current]").text()).isEqualTo("Day");
        assertThat(page.select(".tabs a").get(3).attr("href"))
                .isEqualTo("/statistics?range=month&channelDatabase=harbor");
        assertThat(page.select("#channelDatabase option[selected]").text()).isEqualTo("harbor");
        assertThat(page.select("form.filters input[name=range]").val()).isEqualTo("day");
    }

    @Test
    void anUnknownRangeIsAFriendlyPage() {
        assertThat(http.get()
                        .uri("/statistics?range=century")
                        .with(user("v").roles("VIEWER"))
                        .accept("text/html"))
                .hasStatus(422)
                .bodyText()
                .contains("Must be one of hour, day, week, month");
    }

    private static String named(Document page, Element chart, String attribute) {
        return page.select("#" + chart.attr(attribute)).text();
    }

    private Document page(String path) throws Exception {
        var result = http.get()
                .uri(path)
                .with(user("v").roles("VIEWER"))
                .accept("text/html")
                .exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }
}
