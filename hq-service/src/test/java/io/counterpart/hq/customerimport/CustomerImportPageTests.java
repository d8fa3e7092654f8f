package io.counterpart.hq.customerimport;

import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

class CustomerImportPageTests extends CustomerImportSupport {

    private static final String PAGE = "/administration/customer-imports";

    @Test
    void onlyAnAdministratorSeesThePage() throws Exception {
        assertThat(http.get().uri(PAGE).with(user("o").roles("OPERATOR")).accept("text/html"))
                .hasStatus(403);
        assertThat(http.post()
                        .uri(PAGE.replace("imports", "export"))
                        .with(csrf())
                        .with(user("o").roles("OPERATOR")))
                .hasStatus(403);
        Document list = page(PAGE);
        assertThat(list.select("main").text()).contains("Import customers", "No file was uploaded yet");
        assertThat(list.select("#upload").attr("data-csrf")).isNotBlank();
    }

    @Test
    void leadsFromTheUploadThroughTheDryRunToTheImport() throws Exception {
        UUID id = uploadFromTheBrowser(HEADER + line(1) + ";;Lee;;;;;\n");
        String path = PAGE + "/" + id;

        Document uploaded = page(path);
        assertThat(uploaded.select("input[name=column-0]").attr("value")).isEqualTo("accountNumber");
        assertThat(uploaded.select("input[name=column-7]").attr("value")).isEmpty();

        post(path + "/start", "dry-run");
        assertThat(page(path).select("#progress").attr("hx-trigger")).isEqualTo("every 2s");
        processAll();
        Document checked = page(path);
        assertThat(checked.select("#progress").text())
                .contains("Dry run complete", "Would be created 1", "Not imported 1");
        assertThat(checked.select("section:has(#report) tbody").text()).contains("3", "The account number is missing.");
        assertThat(http.get().uri(path + "/progress").with(user("ada").roles("ADMIN")))
                .hasHeader("HX-Refresh", "true");
        assertThat(http.get().uri(path + "/report.csv").with(user("ada").roles("ADMIN")))
                .bodyText()
                .contains("3,,accountNumber,required,The account number is missing.");
        assertThat(work.count("customer")).isZero();

        post(path + "/start", "import");
        processAll();
        assertThat(page(path).select("#progress").text()).contains("Finished", "Created 1");
        assertThat(page(PAGE).select("tbody tr").text()).contains("old.csv", "Finished");
        assertThat(work.count("customer")).isEqualTo(1);
    }

    @Test
    void theChosenFieldsAreUsedAndAFaultIsShownWithWhatWasChosen() throws Exception {
        UUID id = uploadFromTheBrowser("a,b\nA1,Lee\n");

        MvcTestResult refused = http.post()
                .uri(PAGE + "/" + id + "/start")
                .param("run", "import")
                .param("column-0", "accountNumber")
                .param("column-1", "nickname")
                .with(csrf())
                .with(user("ada").roles("ADMIN"))
                .exchange();
        assertThat(refused).flash().containsKeys("fault", "typed");

        assertThat(http.post()
                        .uri(PAGE + "/" + id + "/start")
                        .param("run", "import")
                        .param("column-0", "accountNumber")
                        .param("column-1", "lastName")
                        .with(csrf())
                        .with(user("ada").roles("ADMIN")))
                .flash()
                .containsKey("done");
        processAll();
        assertThat(work.texts("select last_name from customer")).containsExactly("Lee");
        assertThat(work.texts("select distinct actor from audit_entry")).containsExactly("ada");
    }

    private UUID uploadFromTheBrowser(String content) throws Exception {
        MvcTestResult sent = http.post()
                .uri(PATH + "?fileName=old.csv")
                .contentType("application/octet-stream")
                .content(content)
                // Before the token: only requests with a session have one.
                .with(request -> {
                    var session = new MockHttpSession();
                    request.setSession(session);
                    request.setRequestedSessionId(session.getId());
                    return request;
                })
                .with(csrf().asHeader())
                .with(user("ada").roles("ADMIN"))
                .exchange();
        assertThat(sent).hasStatus(201);
        return UUID.fromString(json(sent).get("id").stringValue());
    }

    private void post(String path, String run) {
        assertThat(http.post()
                        .uri(path)
                        .param("run", run)
                        .with(csrf())
                        .with(user("ada").roles("ADMIN")))
                .flash()
                .containsKey("done");
    }

    private Document page(String path) throws Exception {
        var result = http.get()
                .uri(path)
                .with(user("ada").roles("ADMIN"))
                .accept("text/html")
                .exchange();
        assertThat(result).hasStatusOk();
        return Jsoup.parse(result.getResponse().getContentAsString());
    }
}
