package io.counterpart.hq.operation;

import java.util.List;
import java.util.Objects;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockHttpSession;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The search of the status page: what may be the name of a person never becomes part of a URL. */
@HqManualContext
class StatusSearchTests {

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    private final UUID customer = UUID.randomUUID();

    @BeforeEach
    void stage() {
        work.clear();
        work.channels();
        work.stage(List.of(OperationFixtures.creation(customer)));
    }

    @Test
    void searchesForAPersonWithoutTheNameInAnUrl() {
        assertThat(found("ann lee")).bodyText().contains(customer.toString()).doesNotContain("q=ann");
        assertThat(found("nobody at all")).bodyText().doesNotContain(customer.toString());
    }

    @Test
    void findsOperationsThatHaveSucceededByTheNameOfTheCustomer() {
        work.synchronize();
        assertThat(work.count("open_operation")).isZero();
        assertThat(found("lee ann")).bodyText().contains(customer.toString(), ">Ann Lee<");
        assertThat(found("ann@example.com")).bodyText().contains(customer.toString());
        assertThat(found("nobody at all")).bodyText().doesNotContain(customer.toString());
        assertThat(post("/synchronization/export.csv", "ann lee")).bodyText().contains("customer name", ",Ann Lee");
    }

    @Test
    void saysWhenTheSessionDoesNotHaveTheSearchAnyMore() {
        assertThat(get("/synchronization?search=" + UUID.randomUUID(), new MockHttpSession()))
                .bodyText()
                .contains("This search is no longer available");
    }

    @Test
    void makesALinkOfASearchForAnId() {
        assertThat(search(customer.toString()))
                .hasStatus(HttpStatus.FOUND)
                .hasRedirectedUrl("/synchronization?q=" + customer);
        assertThat(search("C-0000001")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl("/synchronization?q=C-0000001");
    }

    @Test
    void exportsWhatWasSearchedFor() {
        assertThat(post("/synchronization/export.csv", "ann lee"))
                .hasStatusOk()
                .bodyText()
                .contains(customer.toString());
    }

    private MvcTestResult search(String q) {
        return post("/synchronization", q);
    }

    private MvcTestResult found(String q) {
        MvcTestResult sent = search(q);
        assertThat(sent).hasStatus(HttpStatus.FOUND);
        String page = String.valueOf(sent.getResponse().getRedirectedUrl());
        assertThat(page).startsWith("/synchronization?search=");
        MvcTestResult shown = get(
                page, (MockHttpSession) Objects.requireNonNull(sent.getRequest().getSession()));
        assertThat(shown).hasStatusOk();
        return shown;
    }

    private MvcTestResult get(String path, MockHttpSession session) {
        return http.get()
                .uri(path)
                .session(session)
                .with(user("v").roles("VIEWER"))
                .accept("text/html")
                .exchange();
    }

    private MvcTestResult post(String path, String q) {
        return http.post()
                .uri(path)
                .param("q", q)
                .with(csrf())
                .with(user("v").roles("VIEWER"))
                .exchange();
    }
}
