package io.counterpart.hq.duplicatepair;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class DuplicatePairPageTests extends DuplicatePairSupport {

    private static final String LIST = "/possible-duplicates";

    @Autowired
    MockMvcTester http;

    @Test
    void saysHowFarTheFirstScanIs() throws Exception {
        Document page = page(LIST, "VIEWER");
        assertThat(page.select("main").text()).contains("No possible duplicates", "The first scan is in progress");

        pass();

        assertThat(page(LIST, "VIEWER").select("main").text()).contains("Last complete scan");
    }

    @Test
    void showsTheOpenPairsTheGroupsAndTheNumberInTheMenu() throws Exception {
        convert(
                person("Ann", "ann@example.com", "555 0100"),
                person("Bob", "ann@example.com", "555 0100"),
                person("Cid", null, "555 0100"),
                person("Dan", null, "555 0100"));
        pass();

        Document page = page(LIST + "?reason=EMAIL&channel=HARBOR", "VIEWER");

        assertThat(page.select("tbody tr").get(0).text()).contains("Ann Lee", "Bob Lee", "Email", "Phone", "95");
        assertThat(page.select("h2:contains(Shared by many customers) ~ table tbody tr")
                        .text())
                .contains("Phone", "555 0100", "4");
        assertThat(page.select("nav.side a[href=/possible-duplicates] .count").text())
                .startsWith("1");
        assertThat(page(LIST + "?channel=ONLINE", "VIEWER").select("h2").text()).contains("No possible duplicates");
    }

    @Test
    void comparesBothAndOnlyAnOperatorDecides() throws Exception {
        convert(person("Ann", "ann@example.com", null), person("Bob", "ann@example.com", null));
        pass();
        String path =
                LIST + "/" + work.texts("select id::text from duplicate_pair").get(0);

        Document seen = page(path, "VIEWER");
        assertThat(seen.select("table.compare thead th").eachText())
                .contains("C-0000001", "C-0000002")
                .doesNotContain("New");
        assertThat(seen.select("table.compare tbody").text()).contains("Ann Lee", "Bob Lee", "ann@example.com Same");
        assertThat(seen.select(".decisions")).isEmpty();
        decide(path, "VIEWER").hasStatus(HttpStatus.FORBIDDEN);
        assertThat(pairs()).containsExactly("90 EMAIL OPEN");

        assertThat(page(path, "OPERATOR").select(".decisions button").text()).isEqualTo("Not the same");
        decide(path, "OPERATOR").hasRedirectedUrl(LIST).flash().containsKey("done");

        assertThat(pairs()).containsExactly("90 EMAIL NOT_SAME");
        Document decided = page(path, "OPERATOR");
        assertThat(decided.select(".decisions")).isEmpty();
        assertThat(decided.select(".note").text()).contains("these are two customers", "Twins");
    }

    @Test
    void asksForNoDecisionOnceNothingMatches() throws Exception {
        var ann = person("Ann", "ann@example.com", null);
        convert(ann, person("Bob", "ann@example.com", null));
        pass();
        String path =
                LIST + "/" + work.texts("select id::text from duplicate_pair").get(0);

        changeEmail(ann.asyncCustomerId(), 2, "ann@example.com", "other@example.com");

        Document page = page(path, "OPERATOR");
        assertThat(page.select(".note").text()).contains("No decision needed");
        assertThat(page.select(".decisions")).isEmpty();
    }

    @Test
    void anUnknownPairIsAFriendlyPage() {
        assertThat(http.get()
                        .uri(LIST + "/999999999")
                        .with(user("v").roles("VIEWER"))
                        .accept("text/html"))
                .hasStatus(404)
                .bodyText()
                .contains("Possible duplicate not found");
    }

    private MvcTestResultAssert decide(String path, String role) {
        return assertThat(http.post()
                .uri(path + "/not-same")
                .param("reason", "Twins")
                .with(csrf())
                .with(user("o").roles(role)));
    }

    private Document page(String path, String role) throws Exception {
        var result = http.get()
                .uri(path)
                .with(user("o").roles(role))
                .accept("text/html")
                .exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }
}
