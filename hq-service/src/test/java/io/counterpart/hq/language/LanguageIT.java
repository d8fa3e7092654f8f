package io.counterpart.hq.language;

import java.io.UnsupportedEncodingException;

import jakarta.servlet.http.Cookie;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.hq.browser.DemoScenario;
import io.counterpart.hq.staging.StagingFixture;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** The language of a page: chosen by the user, or preferred by the browser, or English. */
@HqManualContext
@Import({StagingFixture.class, DemoScenario.class})
class LanguageIT {

    private static final String COOKIE = "__Host-counterpart-language";

    @Autowired
    MockMvcTester http;

    @Autowired
    DemoScenario demo;

    @Autowired
    TestDriver work;

    @BeforeEach
    void lay() {
        demo.create();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "de | de",
                "de-AT,de;q=0.9,en;q=0.8 | de",
                "fr,de;q=0.7,en;q=0.3 | de",
                "en-GB,de;q=0.5 | en",
                "fr | en",
                "* | en"
            })
    void aBrowserGetsTheLanguageThatItPrefersOfThoseThatExist(String accepted, String language) {
        assertThat(http.get().uri("/sign-in").header("Accept-Language", accepted))
                .bodyText()
                .contains("<html lang=\"" + language + "\"");
    }

    @Test
    void theChosenLanguageIsRememberedAndComesBeforeThePreferredOne() {
        MvcTestResult answer = choose("de", "/jobs?from=here").exchange();

        assertThat(answer).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/jobs?from=here");
        Cookie cookie = requireNonNull(answer.getResponse().getCookie(COOKIE));
        assertThat(cookie.getSecure()).isTrue();
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getAttribute("SameSite")).isEqualTo("Lax");
        assertThat(answer.getRequest().getSession(false)).isNull();
        assertThat(body(http.get().uri("/sign-in").cookie(cookie).header("Accept-Language", "en")))
                .contains("<html lang=\"de\"", "Anmelden", "<button class=\"link\" type=\"submit\" name=\"language\"");
        assertThat(body(page("/jobs").cookie(new Cookie(COOKIE, "en")).header("Accept-Language", "de")))
                .contains("<html lang=\"en\"", "Batch jobs");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "DE", "de-DE", "", "de\r\nx: y", "../../etc", "${7*7}"})
    void aForgedLanguageIsRejected(String forged) {
        MvcTestResult answer = choose(forged, "/").exchange();

        assertThat(answer).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(answer.getResponse().getCookie(COOKIE)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en/Nowhere", "-/-", "//", "$", "deutsch"})
    void aForgedCookieIsIgnored(String forged) {
        assertThat(http.get().uri("/sign-in").cookie(new Cookie(COOKIE, forged)))
                .hasStatusOk()
                .bodyText()
                .contains("<html lang=\"en\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"//evil.example/", "https://evil.example/", "/\\evil.example", "/a\r\nx: y", "", "javascript:1"})
    void leadsToNoOtherSite(String page) {
        assertThat(choose("de", page)).hasStatus(HttpStatus.SEE_OTHER).hasHeader("Location", "/");
    }

    @Test
    void aTargetInBracesIsNoTemplate() {
        assertThat(choose("de", "/{x}")).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void aFormOfAnotherSiteCannotChangeTheLanguage() {
        assertThat(http.post().uri("/language").param("language", "de")).hasStatus(HttpStatus.FOUND);
        assertThat(http.post().uri("/language").param("language", "de").with(user("v")))
                .hasRedirectedUrl("/sign-in")
                .doesNotContainHeader("Set-Cookie");
    }

    @Test
    void thePageOfAFormKnowsItsAddressAndTheResultOfAFormDoesNot() {
        assertThat(body(page("/synchronization?status=FAILED")))
                .contains("name=\"page\" value=\"/synchronization?status=FAILED\"");
        assertThat(body(page("/customers/none"))).contains("name=\"page\" value=\"/customers/none\"");
        assertThat(body(http.post()
                        .uri("/jobs/1010/recurrence")
                        .param("recurrence", "PT5S")
                        .param("version", "77")
                        .with(csrf())
                        .with(user("o").roles("OPERATOR"))))
                .contains("name=\"page\" value=\"/\"");
    }

    @Test
    void errorsAndStoredSentencesAreInTheLanguageOfThePage() {
        assertThat(body(german("/customers/none"))).contains("Kunde nicht gefunden", "Zur Startseite");
        assertThat(body(german("/jobs"))).contains("Kunden und Kanalanforderungen synchronisieren", "jede Sekunde");
        assertThat(body(german("/jobs/1010/recurrence?recurrence=soon"))).contains("Ungültig");
        assertThat(body(german("/synchronization?status=FAILED")))
                .contains("Eine Person benötigt einen Vor- oder Nachnamen.")
                .doesNotContain("A person requires");
        assertThat(body(german("/administration/features")))
                .contains("Erweiterte asynchrone Kundenerstellung aktivieren");
    }

    private MockMvcRequestBuilder choose(String language, String page) {
        return http.post()
                .uri("/language")
                .param("language", language)
                .param("page", page)
                .with(csrf());
    }

    private MockMvcRequestBuilder page(String path) {
        return http.get().uri(path).accept("text/html").with(user("admin").roles("ADMIN"));
    }

    private MockMvcRequestBuilder german(String path) {
        return page(path).header("Accept-Language", "de");
    }

    private static String body(MockMvcRequestBuilder request) {
        try {
            return request.exchange().getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
