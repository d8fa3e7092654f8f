package io.counterpart.hq.page;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
class PageExceptionResolverTests {

    @Autowired
    MockMvcTester http;

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/batch-jobs/nonsense", "/api/v1/customers/C-1", "/realtime/v1/nonsense"})
    void theApiAnswersWithProblemsEvenToABrowser(String path) {
        assertThat(http.get().uri(path).accept(MediaType.TEXT_HTML, MediaType.ALL))
                .hasStatus(401)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
        assertThat(http.get()
                        .uri(path)
                        .with(user("v").roles("VIEWER", "HQ_API", "CHANNEL_DATABASE"))
                        .header(HttpHeaders.AUTHORIZATION, "of a program")
                        .accept(MediaType.TEXT_HTML, MediaType.ALL))
                .hasStatus(404)
                .hasContentTypeCompatibleWith(MediaType.APPLICATION_PROBLEM_JSON);
    }

    @Test
    void reportsAConflictForAStaleForm() {
        assertThat(http.post()
                        .uri("/jobs/1010/recurrence")
                        .param("recurrence", "PT5S")
                        .param("version", "77")
                        .with(csrf())
                        .with(user("o").roles("OPERATOR"))
                        .accept(MediaType.TEXT_HTML))
                .hasStatus(412)
                .bodyText()
                .contains("Another user has changed this job since you opened it");
    }

    @Test
    void aPageThatRefreshesItselfLoadsAnewWhenTheSessionEnded() {
        assertThat(http.get().uri("/home/live").header("HX-Request", "true"))
                .hasStatus(401)
                .hasHeader("HX-Refresh", "true");
    }
}
