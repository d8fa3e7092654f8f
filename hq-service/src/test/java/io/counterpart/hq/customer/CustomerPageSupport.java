package io.counterpart.hq.customer;

import java.util.List;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.select.Elements;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Base class of tests of the page of one customer, who is C-0000001. */
abstract class CustomerPageSupport {

    static final String PATH = "/customers/C-0000001";
    static final String API = "/api/v1" + PATH;

    @Autowired
    MockMvcTester http;

    @Autowired
    ApiClient client;

    @Autowired
    TestDriver work;

    final UUID customer = UUID.randomUUID();
    String bearer = "";
    String harbor = "";

    @BeforeEach
    void addCustomer() {
        work.clear();
        work.channels();
        bearer = work.bearer(TokenRole.HQ_API, null);
        harbor = work.bearer(TokenRole.CHANNEL_DATABASE, "harbor");
        work.stage(List.of(OperationFixtures.creation(customer)));
        work.synchronize();
        work.jdbcUpdate("delete from distribution_log");
    }

    /** Sends a form with the current version. */
    MvcTestResult post(String path, String... form) {
        return postAs("OPERATOR", version(), path, form);
    }

    /** Versions that only published a rejection do not count. */
    long version() {
        return work.number(
                "select version - coalesce((unapplied::jsonb ->> 'notices')::bigint, 0) from customer where account_number = 'C-0000001'");
    }

    MvcTestResult postAs(String role, long version, String path, String... form) {
        var request = http.post()
                .uri(PATH + path)
                .param("version", String.valueOf(version))
                .with(csrf())
                .with(user("olga").roles(role));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    Document page() throws Exception {
        return page(PATH, "OPERATOR");
    }

    Document page(String path, String role) throws Exception {
        MvcTestResult answer = http.get()
                .uri(path)
                .with(user("olga").roles(role))
                .accept("text/html")
                .exchange();
        assertThat(answer).hasStatusOk();
        return body(answer);
    }

    static Document body(MvcTestResult answer) throws Exception {
        return Jsoup.parse(answer.getResponse().getContentAsString());
    }

    /** The value of an input or a select. */
    static String value(Document page, String name) {
        Elements input = page.select("[name=" + name + "]");
        return input.is("select") ? input.select("option[selected]").val() : input.val();
    }

    /** Old and new values in the audit entries, oldest first. */
    List<String> audited() {
        return work.texts("""
                select action || ' ' || subject || ' ' || (it ->> 'field') || ' '
                  || coalesce(it ->> 'oldValue', 'null') || '>' || coalesce(it ->> 'newValue', 'null')
                from audit_entry, jsonb_array_elements(changes) as it order by id, 1
                """);
    }
}
