package io.counterpart.hq.search;

import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
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

/** One search finds everything: by exact ID at once, otherwise as groups with links to lists of all matches. */
@HqManualContext
class SearchIT {

    private static final String CUSTOMER = "c0ffee00-0000-4000-8000-000000000001";
    private static final String OPERATION = "a1b2c3d4-0000-4000-8000-000000000001";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    @BeforeEach
    void oneCustomer() {
        work.clear();
        work.channels();
        work.stage(List.of(OperationFixtures.creation(UUID.fromString(CUSTOMER))));
        work.jdbcUpdate("update async_operation set operation_id = '%s'".formatted(OPERATION));
        work.jdbcUpdate("update retailasynccustomerv2 set operationid = '%s'".formatted(OPERATION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann", "LEE Ann", "ann@example.com", "1 (555) 01-00", "ann.work@example.com"})
    void findsACustomerByNameEmailAndPhone(String text) {
        work.synchronize();

        assertThat(links(results(text))).contains("/customers/C-0000001");
        assertThat(links(suggestions(text, "VIEWER"))).contains("/customers/C-0000001");
    }

    @ParameterizedTest
    @CsvSource({
        "C-0000001, /customers/C-0000001",
        "c-0000001, /customers/C-0000001",
        CUSTOMER + ", /customers/C-0000001",
        OPERATION + ", /synchronization/" + OPERATION,
        "1010, /jobs/1010",
        "p-0001, /jobs/P-0001",
        "HARBOR, /administration/channels/HARBOR"
    })
    void anExactIdOpensItsPageAtOnce(String id, String page) {
        work.synchronize();

        assertThat(search(" " + id + " ")).hasStatus(HttpStatus.FOUND).hasRedirectedUrl(page);
    }

    @Test
    void aCustomerWhoIsPendingLeadsToItsOperations() {
        String operations = "/synchronization?q=" + CUSTOMER;

        assertThat(search(CUSTOMER)).hasRedirectedUrl(operations);
        Document page = results("ann");
        assertThat(links(page)).contains(operations);
        assertThat(page.select("main").text()).contains("Pending sync");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1b2c3d4", "A1B2C3D4-0000", "c0ffee00", CUSTOMER})
    void findsOperationsByTheBeginningOfAnId(String beginning) {
        assertThat(links(suggestions(beginning, "VIEWER"))).contains("/synchronization/" + OPERATION);
        assertThat(links(suggestions("a1b2c3d5", "VIEWER"))).isEmpty();
    }

    @Test
    void findsChannelsDatabasesJobsAndPagesByTheirNames() {
        assertThat(links(results("harb")))
                .contains("/administration/channels/HARBOR")
                .contains("/administration/channel-databases#database-harbor");
        assertThat(links(results("customers synchronize")))
                .contains("/jobs/synchronize-customers-and-channel-requests");
        assertThat(links(results("failure groups"))).contains("/synchronization/causes");
        assertThat(links(results("letters"))).contains("/dead-letters");
        assertThat(links(suggestions("etters", "VIEWER"))).isEmpty();
    }

    @Test
    void showsOnlyPagesThatTheUserMayOpen() {
        assertThat(links(suggestions("users", "ADMIN"))).contains("/administration/users");
        assertThat(links(suggestions("users", "VIEWER"))).doesNotContain("/administration/users");
    }

    @Test
    void leadsToAListOfTheMatchesThatItDoesNotShow() {
        work.stage(Stream.generate(OperationFixtures::creation).limit(11).toList());
        work.synchronize();
        work.jdbcUpdate("""
                insert into channel (channel, name, type, channel_database, functionality_profile, operating_unit)
                select 'ANNEX-' || n, 'Annex ' || n, type, channel_database, functionality_profile, operating_unit
                from channel, generate_series(1, 10) as n where channel = 'HARBOR'
                """);
        var session = new MockHttpSession();

        Document page = results("ann", session);

        assertThat(page.select("main section").eachText())
                .anyMatch(it -> it.startsWith("Customers") && it.contains("and 4 more"))
                .anyMatch(it -> it.startsWith("Stores and channels") && it.contains("and 2 more"));
        assertThat(get(more(page, "/customers"), session).select("tbody tr")).hasSize(12);
        assertThat(get(more(page, "/administration/channels"), session).select("tbody tr"))
                .hasSize(10);
    }

    private static String more(Document page, String list) {
        return page.select("main a[href^=" + list + "?search=]").attr("href");
    }

    @Test
    void aListOfChannelDatabasesHasTheSearchToo() {
        var session = new MockHttpSession();
        results("onli", session);
        String search = String.valueOf(search("onli", session).getResponse().getRedirectedUrl());

        Document list = get(search.replace("/search", "/administration/channel-databases"), session);

        assertThat(list.select("tbody tr").eachText())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("online");
        assertThat(list.select("main").text()).contains("Matching “onli”");
    }

    @ParameterizedTest
    @MethodSource("strangeTexts")
    void strangeTextsFindNothing(String text) {
        work.synchronize();
        var session = new MockHttpSession();

        MvcTestResult sent = search(text, session);

        assertThat(sent).hasStatus(HttpStatus.FOUND);
        assertThat(links(get(String.valueOf(sent.getResponse().getRedirectedUrl()), session)))
                .noneMatch(it -> it.startsWith("/customers/") || it.startsWith("/administration/channels/"));
        assertThat(links(suggestions(text, "VIEWER"))).isEmpty();
    }

    static Stream<String> strangeTexts() {
        return Stream.of(
                "",
                " \t ",
                "%",
                "%%",
                "__",
                "'",
                "' or '1' = '1",
                "\"\"",
                "\\\\",
                "&|!():*<->",
                "<script>alert(1)</script>",
                "${7*7}",
                "{0}{1}",
                "x".repeat(200),
                "x".repeat(10_000),
                "\uD83D\uDE00\uD83D\uDE00",
                "\uE000\uE001",
                "00000000-0000-0000-0000-000000000000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ann\u0000", "\u0000", "ann\uD800"})
    void textsThatNoDatabaseCanStoreAreRejected(String text) {
        assertThat(search(text)).hasStatus4xxClientError();
        assertThat(post("/search/suggestions", text, "VIEWER", new MockHttpSession()))
                .hasStatus4xxClientError();
    }

    @Test
    void aTextThatIsTooLongOrMissingIsExplained() {
        var session = new MockHttpSession();
        assertThat(search("x".repeat(10_000), session)).hasRedirectedUrl("/search");
        assertThat(get("/search", session).select("[role=alert]").text()).contains("at most 200 characters");
        assertThat(search(" ", session)).hasRedirectedUrl("/search");
        assertThat(get("/search", session).select("[role=alert]").text()).contains("Enter something");
    }

    @Test
    void aSearchOfAnotherSessionIsNotFound() {
        String page = String.valueOf(search("ann").getResponse().getRedirectedUrl());

        assertThat(page).startsWith("/search?search=").doesNotContain("ann");
        assertThat(get(page, new MockHttpSession()).select("[role=alert]").text())
                .contains("This search is no longer available");
    }

    @Test
    void theBeginningOfAnIdLeadsToTheResultsAndTheListOfOperations() {
        work.stage(List.of(OperationFixtures.edit(UUID.fromString(CUSTOMER), 2)));
        var session = new MockHttpSession();

        Document page = results("c0ffee00", session);

        assertThat(page.select("main section").text()).contains("Operations", "#1", "#2");
        assertThat(get("/synchronization?q=c0ffee00", session).select("tbody tr"))
                .hasSize(2);
        assertThat(get("/synchronization?q=c0ffee01", session).select("tbody tr"))
                .isEmpty();
    }

    private MvcTestResult search(String text) {
        return search(text, new MockHttpSession());
    }

    private MvcTestResult search(String text, MockHttpSession session) {
        return post("/search", text, "VIEWER", session);
    }

    private Document results(String text) {
        return results(text, new MockHttpSession());
    }

    private Document results(String text, MockHttpSession session) {
        String page = String.valueOf(search(text, session).getResponse().getRedirectedUrl());
        assertThat(page).startsWith("/search?search=");
        return get(page, session);
    }

    private Document suggestions(String text, String role) {
        MvcTestResult answer = post("/search/suggestions", text, role, new MockHttpSession());
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(body(answer));
    }

    private static List<String> links(Document page) {
        return (page.select("main").isEmpty() ? page.body() : Objects.requireNonNull(page.selectFirst("main")))
                .select("a[href]")
                .eachAttr("href");
    }

    private Document get(String path, MockHttpSession session) {
        MvcTestResult answer = http.get()
                .uri(path)
                .session(session)
                .with(user("somebody").roles("VIEWER"))
                .accept("text/html")
                .exchange();
        assertThat(answer).hasStatusOk();
        return Jsoup.parse(body(answer));
    }

    private MvcTestResult post(String path, String text, String role, MockHttpSession session) {
        return http.post()
                .uri(path)
                .param("query", text)
                .session(session)
                .with(csrf())
                .with(user("somebody").roles(role))
                .exchange();
    }

    private static String body(MvcTestResult answer) {
        try {
            return answer.getResponse().getContentAsString();
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }
}
