package io.counterpart.hq.till;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import io.counterpart.hq.home.WarningEvaluator;
import io.counterpart.hq.home.WarningRule;
import io.counterpart.hq.home.WarningThresholds;
import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class TillListIT extends TillSupport {

    @Autowired
    TillMetrics metrics;

    @Autowired
    MeterRegistry meters;

    @Autowired
    WarningEvaluator warnings;

    @Test
    void namesTheReasonsForAttention() {
        reportOneOfEachKind();

        assertThat(issues())
                .containsExactly(
                        "b clock [CLOCK]", "c refused [REFUSED]", "d silent [SILENT]", "e unsent [UNSENT]", "a []");
        assertThat(devices("?attention=true&channel=STATION")).containsExactly("e unsent");
    }

    @Test
    void comesInPagesInOneOrder() {
        reportOneOfEachKind();

        var found = new ArrayList<String>();
        String next = "";
        do {
            JsonNode page = work.tree(client.get(program, PATH + "?limit=2" + next));
            page.path("items").forEach(it -> found.add(it.path("device").asString()));
            next = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!next.isEmpty());

        assertThat(found).containsExactly("b clock", "c refused", "d silent", "e unsent", "a");
        assertThat(client.get(program, PATH + "?limit=0")).hasStatus(422);
        assertThat(client.get(program, PATH + "?cursor=ä")).hasStatus(422);
        assertThat(client.get(program, PATH + "?attention=perhaps")).hasStatus(400);
    }

    @Test
    void listsUnsentCustomersByStoreForTheEndOfTheDay() {
        assertThat(page("/tills")).contains("No till has reported yet", "No store has unsent customers");
        reportOneOfEachKind();

        assertThat(page("/tills"))
                .contains("e unsent", "Unsent for too long", "Unsent customers by store", "/tills/unsent.csv")
                .doesNotContain("No store has unsent customers");
        assertThat(page("/tills/unsent.csv").lines().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly("channel", "STATION", "HARBOR");
        assertThat(page("/tills/unsent.csv?channel=STATION").lines())
                .last()
                .asString()
                .startsWith("STATION,STATION,1,4,0,");
    }

    @Test
    void warnsOnceForAllTills() {
        token("HARBOR", "a");
        report("harbor", till("HARBOR", "a"));
        assertThat(page("/")).contains("tills that need attention").doesNotContain("Tills not heard from");
        assertThat(warnings(1)).isZero();

        reportOneOfEachKind();

        assertThat(page("/"))
                .contains("4 tills need attention", "/tills?attention=true")
                .contains("Tills not heard from: 1, with customers unsent for too long: 1");
        assertThat(warnings(4)).isEqualTo(1);
        assertThat(warnings(5)).isZero();
        metrics.refresh();
        assertThat(gauge("counterpart.tills.known")).isEqualTo(5);
        assertThat(gauge("counterpart.tills.unsent")).isEqualTo(4);
        assertThat(meters.get("counterpart.tills.attention")
                        .tag("reason", "silent")
                        .gauge()
                        .value())
                .isEqualTo(1);
    }

    private void reportOneOfEachKind() {
        work.jdbcUpdate("delete from device_token where role = 'TILL'");
        for (String device : List.of("a", "b clock", "c refused", "d silent")) {
            token("HARBOR", device);
        }
        token("STATION", "e unsent");
        report(
                "harbor",
                till("HARBOR", "a"),
                clock("HARBOR", "b clock", -301),
                refused("HARBOR", "c refused"),
                heard("HARBOR", "d silent", now.minus(Duration.ofHours(49))),
                unsent("STATION", "e unsent", 4, Duration.ofMinutes(61)));
    }

    private List<String> issues() {
        return items("")
                .valueStream()
                .map(it -> it.path("device").asString() + " "
                        + it.path("issues")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList())
                .toList();
    }

    private long warnings(long threshold) {
        return warnings.warnings(new WarningThresholds(Map.of(WarningRule.TILLS_NEED_ATTENTION, threshold))).stream()
                .filter(it -> it.rule() == WarningRule.TILLS_NEED_ATTENTION)
                .count();
    }

    private double gauge(String name) {
        return meters.get(name).gauge().value();
    }

    private String page(String path) {
        return assertThat(http.get().uri(path).with(user("o").roles("VIEWER")).accept("text/html", "text/csv"))
                .hasStatusOk()
                .bodyText()
                .actual();
    }
}
