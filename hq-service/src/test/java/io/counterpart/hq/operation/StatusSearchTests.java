package io.counterpart.hq.operation;

import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
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
    void searchesForAPersonInTheBodyOfARequest() {
        assertThat(search("ann lee"))
                .hasStatusOk()
                .bodyText()
                .contains(customer.toString())
                .doesNotContain("q=ann");
        assertThat(search("nobody at all")).hasStatusOk().bodyText().doesNotContain(customer.toString());
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

    private MvcTestResult post(String path, String q) {
        return http.post()
                .uri(path)
                .param("q", q)
                .with(csrf())
                .with(user("v").roles("VIEWER"))
                .exchange();
    }
}
