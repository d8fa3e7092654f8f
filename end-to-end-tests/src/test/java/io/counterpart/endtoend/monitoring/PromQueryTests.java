package io.counterpart.endtoend.monitoring;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PromQueryTests {

    @Test
    void findsMetricsAndNoFunctionsLabelsNumbersOrWindows() {
        var query = PromQuery.of("""
                sum by (channel_database, kind) (rate(a_total{status=~"5..",uri="/x"}[5m])) / max(b_count[1h]) > 5e9
                  and on (instance) c:ratio5m > bool 60 or predict_linear(d[6h], 3 * 86400) < 0
                """);

        assertThat(query.selectors())
                .extracting(PromQuery.Selector::metric)
                .containsExactly("a_total", "b_count", "c:ratio5m", "d");
        assertThat(query.selectors().get(0).labels()).containsOnlyKeys("status", "uri");
        assertThat(query.grouping()).containsExactly("channel_database", "instance", "kind");
    }

    @Test
    void aVariableOfADashboardMatchesAnything() {
        var selector = PromQuery.of("a{channel_database=~\"$channel_database\",state=\"OPEN\"}")
                .selectors()
                .get(0);

        assertThat(selector.labels().get("channel_database"))
                .matches(it -> it.matcher("harbor").matches());
        assertThat(selector.labels().get("state"))
                .matches(it -> !it.matcher("CLOSED").matches());
    }
}
