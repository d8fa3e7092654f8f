package io.counterpart.hq.language;

import java.io.UnsupportedEncodingException;
import java.util.Locale;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

import io.counterpart.hq.browser.DemoScenario;
import io.counterpart.hq.staging.StagingFixture;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The API, exports and messages are in English, whatever the browser, the user and the machine prefer. */
@HqManualContext
@Import({StagingFixture.class, DemoScenario.class})
class EnglishInterfacesIT {

    @Autowired
    MockMvcTester http;

    @Autowired
    DemoScenario demo;

    @Autowired
    TestDriver work;

    private final Locale machine = Locale.getDefault();

    @BeforeEach
    void lay() {
        demo.create();
        Locale.setDefault(Locale.GERMANY);
    }

    @AfterEach
    void restore() {
        Locale.setDefault(machine);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/batch-jobs",
                "/api/v1/batch-jobs/none",
                "/api/v1/batch-jobs?nonsense=1",
                "/api/v1/dead-letters?all=true",
                "/api/v1/dead-letters/groups?all=true",
                "/api/v1/features",
                "/api/v1/stuck-customers",
                "/api/v1/alert-settings",
                "/api/v1/customers/none",
                "/api/v1/synchronization-operations?limit=0",
                "/api/v1/statistics?range=soon",
                "/problems/customer-not-found",
                "/synchronization/export.csv",
                "/administration/changes/export.csv",
                "/tills/unsent.csv"
            })
    void anAnswerDoesNotDependOnTheLanguage(String path) {
        assertThat(inGerman(HttpMethod.GET, path, "")).isEqualTo(inEnglish(HttpMethod.GET, path, ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"query\": \"\"}", "{\"query\": 5, \"limit\": \"x\"}", "{", "[]"})
    void neitherDoesTheProblemOfARejectedRequest(String json) {
        String path = "/api/v1/customers/search";

        assertThat(inGerman(HttpMethod.POST, path, json))
                .isEqualTo(inEnglish(HttpMethod.POST, path, json))
                .contains("\"type\"");
    }

    @Test
    void aTestMessageThatAGermanPageRequestsIsInEnglish() {
        work.jdbcUpdate("delete from alert_delivery");
        work.jdbcUpdate("delete from alert_destination");
        String admin = "/administration/alerts/destinations";
        send(HttpMethod.POST, admin, "kind=EMAIL&address=ops%40example.com", "de");
        String id = work.texts("select id::text from alert_destination").get(0);

        send(HttpMethod.POST, admin + "/" + id + "/test", "a=b", "de");

        assertThat(work.texts("select message::text from alert_delivery"))
                .singleElement()
                .asString()
                .contains("Test message");
    }

    private String inGerman(HttpMethod method, String path, String json) {
        return send(method, path, json, "de");
    }

    private String inEnglish(HttpMethod method, String path, String json) {
        return send(method, path, json, "en");
    }

    private String send(HttpMethod method, String path, String body, String language) {
        MockMvcRequestBuilder request = http.method(method)
                .uri(path)
                .with(user("admin").roles("ADMIN"))
                .with(csrf())
                .cookie(new Cookie("__Host-counterpart-language", language))
                .header("Accept-Language", language);
        if (!body.isEmpty()) {
            boolean form = body.contains("=");
            request.contentType(form ? "application/x-www-form-urlencoded" : "application/json")
                    .content(body);
        }
        try {
            // The ID of the trace differs in each answer.
            var response = request.exchange().getResponse();
            return response.getStatus()
                    + response.getContentAsString().replaceAll("\"traceId\":\"\\w+\"", "\"traceId\":\"\"");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
