package io.counterpart.hq.merge;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class MergePageTests extends MergeSupport {

    private static final String PAGE = "/customers/C-0000001/merges";

    @Test
    void saysWhyTwoCustomersCannotBeMerged() throws Exception {
        Document page = page(PAGE + "?merged=C-0000001", "OPERATOR");

        assertThat(page.select("#merged-fault").text()).contains("itself");
        assertThat(page.select("form[method=post] table")).isEmpty();
        assertThat(page(PAGE + "?merged=C-0009999", "OPERATOR")
                        .select("#merged-fault")
                        .text())
                .contains("not found");
    }

    @Test
    void onlyAnOperatorMergesAndUndoes() throws Exception {
        Document compared = page(PAGE + "?merged=C-0000002", "VIEWER");
        assertThat(compared.select("table.compare tbody").text()).contains("Lee", "Leigh", "Orders: 1");
        assertThat(compared.select("button.danger")).isEmpty();
        assertThat(post(PAGE, "VIEWER")).hasStatus(HttpStatus.FORBIDDEN);

        Document offered = page(PAGE + "?merged=C-0000002", "OPERATOR");
        assertThat(offered.select("button.danger").text()).isEqualTo("Merge C-0000002 into C-0000001");
        assertThat(offered.select("input[name=field.lastName]")).hasSize(2);
        assertThat(post(PAGE, "OPERATOR")).hasStatus3xxRedirection().hasRedirectedUrl("/customers/C-0000001");
        assertThat(lastName("C-0000002")).isEqualTo("Leigh");

        Document merged = page("/customers/C-0000002/merges", "OPERATOR");
        String undo = merged.select("form[action$=/undo]").attr("action");
        assertThat(merged.select("h1").text()).isEqualTo("Merge customer C-0000001");
        assertThat(post(undo, "OPERATOR")).hasStatus3xxRedirection();
        assertThat(work.count("customer")).isEqualTo(2);
        assertThat(page(PAGE, "OPERATOR").select("main").text()).contains("Undone");
    }

    private MvcTestResult post(String path, String role) {
        return http.post()
                .uri(path)
                .param("version", String.valueOf(version(SURVIVOR)))
                .param("merged", LOSER)
                .param("mergedVersion", String.valueOf(version(LOSER)))
                .param("field.lastName", "MERGED")
                .with(csrf())
                .with(user("olga").roles(role))
                .exchange();
    }

    private Document page(String path, String role) throws Exception {
        MvcTestResult answer = http.get()
                .uri(path)
                .with(user("olga").roles(role))
                .accept("text/html")
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }
}
