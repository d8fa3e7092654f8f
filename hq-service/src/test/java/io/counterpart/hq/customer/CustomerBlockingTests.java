package io.counterpart.hq.customer;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

/** A customer is blocked and unblocked with a reason, by page and by API. */
@HqManualContext
class CustomerBlockingTests extends CustomerPageSupport {

    @Test
    void blocksWithAReasonThatChannelsDoNotLearn() throws Exception {
        assertThat(post("/blocked", "blocked", "true", "reason", " Unpaid invoices "))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl(PATH);

        assertThat(work.publishedTo("cdx.1010"))
                .singleElement()
                .asString()
                .contains("\"blocked\":true")
                .doesNotContain("Unpaid");
        assertThat(audited()).containsExactly("block C-0000001 blocked false>true");
        assertThat(work.texts("select actor || ': ' || (detail ->> 'reason') from audit_entry"))
                .containsExactly("olga: Unpaid invoices");
        assertThat(page().select("[aria-labelledby=blocking]").text())
                .contains("Blocked by olga", "Reason Unpaid invoices", "Unblock customer");

        assertThat(post("/blocked", "blocked", "false", "reason", "Paid")).hasStatus(HttpStatus.FOUND);
        assertThat(work.publishedTo("cdx.1010")).last().asString().contains("\"blocked\":false");
        assertThat(page().select("[aria-labelledby=blocking]").text())
                .contains("This customer is not blocked.", "Block customer")
                .doesNotContain("Unpaid");
    }

    @Test
    void requiresAReason() throws Exception {
        Document empty = body(assertRefused(post("/blocked", "blocked", "true", "reason", " ")));
        assertThat(empty.select("#block-reason-fault").text()).isEqualTo("Enter a reason.");
        assertThat(empty.select("#block-reason").attr("aria-invalid")).isEqualTo("true");

        String tooLong = "x".repeat(401);
        Document filled = body(assertRefused(post("/blocked", "blocked", "true", "reason", tooLong)));
        assertThat(filled.select("#block-reason").val()).isEqualTo(tooLong);
        assertThat(filled.select("#block-reason-fault").text()).isEqualTo("Must have at most 400 characters.");
    }

    private MvcTestResult assertRefused(MvcTestResult answer) {
        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(work.publishedTo("cdx.1010")).isEmpty();
        assertThat(work.count("audit_entry")).isZero();
        return answer;
    }

    @Test
    void keepsTheInputAndTheIntentionAfterAConcurrentChange() throws Exception {
        long seen = version();
        post("/blocked", "blocked", "true", "reason", "Unpaid invoices");

        MvcTestResult answer = postAs("OPERATOR", seen, "/blocked", "blocked", "true", "reason", "Returned goods");

        assertThat(answer).hasStatus(HttpStatus.PRECONDITION_FAILED);
        Document page = body(answer);
        assertThat(page.select("[role=alert]").text()).contains("Another user has changed this customer");
        assertThat(page.select("#block-reason").val()).isEqualTo("Returned goods");
        assertThat(page.select("input[name=blocked]").val()).isEqualTo("true");
        assertThat(page.select("[aria-labelledby=blocking] button").text()).isEqualTo("Block customer");
        assertThat(page.select("[aria-labelledby=blocking] details").hasAttr("open"))
                .isTrue();
    }

    @Test
    void aViewerSeesTheReasonAndCannotBlock() throws Exception {
        post("/blocked", "blocked", "true", "reason", "Unpaid invoices");

        assertThat(postAs("VIEWER", 2, "/blocked", "blocked", "false", "reason", "Paid"))
                .hasStatus(HttpStatus.FORBIDDEN);
        Document page = page(PATH, "VIEWER");
        assertThat(page.select("[aria-labelledby=blocking]").text()).contains("Unpaid invoices");
        assertThat(page.select("main form")).isEmpty();
    }

    @Test
    void theApiRequiresAReasonAndTheVersion() {
        assertThat(client.put(bearer, API + "/blocked", API, "{\"blocked\": true}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.errors[0].pointer")
                .isEqualTo("/reason");
        assertThat(http.method(HttpMethod.PUT)
                        .uri(API + "/blocked")
                        .header(HttpHeaders.AUTHORIZATION, bearer)
                        .header(HttpHeaders.IF_MATCH, "\"77\"")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"blocked\": true, \"reason\": \"Unpaid\"}"))
                .hasStatus(HttpStatus.PRECONDITION_FAILED);
        assertThat(work.count("audit_entry")).isZero();

        assertThat(client.put(bearer, API + "/blocked", API, "{\"blocked\": true, \"reason\": \"Unpaid\"}"))
                .hasStatusOk();
        assertThat(work.texts("select actor || ' ' || actor_type || ' ' || (detail ->> 'reason') from audit_entry"))
                .containsExactly("test TOKEN Unpaid");
    }
}
