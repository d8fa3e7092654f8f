package io.counterpart.hq.savedview;

import java.io.UnsupportedEncodingException;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.assertj.MvcTestResultAssert;

import io.counterpart.hq.access.UserDeletedEvent;
import io.counterpart.hq.page.PageMessage;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

/** Columns and saved views of lists, their owners, and what they never contain. */
@HqManualContext
class SavedViewTests {

    private static final String FILTER = "?status=OPEN&channel=HARBOR&sort=oldest";

    @Autowired
    MockMvcTester http;

    @Autowired
    TestDriver work;

    @Autowired
    ApplicationEventPublisher events;

    @BeforeEach
    void oneOperation() {
        work.clear();
        work.channels();
        work.stage(List.of(OperationFixtures.creation()));
    }

    @Test
    void theAddressOfAViewLeadsToItsFiltersOrderAndColumns() {
        choose("vera", "operation", "channel", "received");
        save("vera", "Harbor", FILTER).flash().containsEntry("done", PageMessage.of("views.flash.saved"));

        String address = redirect("vera", "/synchronization?view=" + view("Harbor"));
        assertThat(address)
                .isEqualTo("/synchronization?channel=HARBOR&columns=operation%2Cchannel%2Creceived&sort=oldest"
                        + "&status=OPEN");
        // The address is complete: anybody opens it, also after the view is gone.
        work.jdbcUpdate("delete from saved_view");
        Document page = page("bob", address);
        assertThat(page.select("main form[action=/synchronization/bulk/preview] thead th")
                        .eachText())
                .contains("Operation", "Channel", "Received at HQ")
                .doesNotContain("Customer", "Time");
        assertThat(page.select("th[aria-sort=ascending]").text()).isEqualTo("Received at HQ");
        assertThat(page.select("#channel option[selected]").text()).isEqualTo("HARBOR");
        assertThat(page.select(".tabs a[aria-current]").text()).startsWith("Open");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?q=ann&status=OPEN",
                "?q=ann+lee&status=OPEN",
                "?search=0d0a0d0a-0000-4000-8000-000000000001&status=OPEN",
                "?q=C-0000001&status=OPEN",
                "?status=OPEN&name=ann"
            })
    void neverStoresASearch(String query) {
        save("vera", "View", query).flash().containsKey("done");
        assertThat(work.texts("select parameters from saved_view"))
                .containsExactly(
                        "columns=operation%2Cchannel%2Ccustomer%2CasyncCustomerId%2Ctime%2Cstatus&status=OPEN");
    }

    @Test
    void opensTheListWithTheDefaultViewUntilItIsNoLongerTheDefault() {
        save("vera", "Open ones", "?status=OPEN").flash().containsKey("done");
        String view = view("Open ones");
        act("vera", "VIEWER", view, "default", Map.of("wanted", "true")).flash().containsKey("done");

        assertThat(redirect("vera", "/synchronization")).contains("status=OPEN");
        assertThat(page("vera", "/synchronization?view=none")
                        .select(".tabs a[aria-current]")
                        .text())
                .isEqualTo("All");
        assertThat(page("bob", "/synchronization")
                        .select(".tabs a[aria-current]")
                        .text())
                .isEqualTo("All");

        act("vera", "VIEWER", view, "default", Map.of("wanted", "false"))
                .flash()
                .containsKey("done");
        page("vera", "/synchronization");
    }

    @Test
    void keepsTheMessageOfAnActionOnTheWayToTheDefaultView() {
        save("vera", "Open ones", "?status=OPEN").flash().containsKey("done");
        act("vera", "VIEWER", view("Open ones"), "default", Map.of("wanted", "true"));
        assertThat(http.get()
                        .uri("/synchronization")
                        .with(user("vera").roles("VIEWER"))
                        .flashAttr("done", PageMessage.of("views.flash.saved")))
                .hasStatus(HttpStatus.FOUND)
                .flash()
                .containsEntry("done", PageMessage.of("views.flash.saved"));
    }

    @Test
    void anOperatorSharesAViewWithAllUsersAndTheAuditLogSaysSo() {
        save("bob", "Harbor", FILTER).flash().containsKey("done");
        String view = view("Harbor");
        assertThat(views("vera")).isEmpty();
        assertThat(page("vera", "/synchronization?view=" + view).text()).contains("This view was deleted");

        act("bob", "OPERATOR", view, "share", Map.of("shared", "true")).flash().containsKey("done");
        assertThat(views("vera")).contains("Harbor").contains("by bob");
        assertThat(redirect("vera", "/synchronization?view=" + view)).contains("channel=HARBOR");

        act("bob", "OPERATOR", view, "share", Map.of("shared", "false")).flash().containsKey("done");
        assertThat(views("vera")).isEmpty();
        assertThat(work.texts("select actor || ' ' || action || ' ' || subject from audit_entry order by id"))
                .containsExactly("bob share View Harbor", "bob unshare View Harbor");
    }

    @Test
    void aViewerSharesNothingAndDeletesNoViewOfAnother() {
        save("vera", "Mine", FILTER).flash().containsKey("done");
        act("vera", "VIEWER", view("Mine"), "share", Map.of("shared", "true")).hasStatus(HttpStatus.FORBIDDEN);
        save("bob", "Shared", FILTER).flash().containsKey("done");
        act("bob", "OPERATOR", view("Shared"), "share", Map.of("shared", "true"));
        save("bob", "Private", FILTER).flash().containsKey("done");

        act("vera", "VIEWER", view("Shared"), "delete", Map.of()).flash().containsKey("fault");
        act("vera", "VIEWER", view("Private"), "delete", Map.of()).flash().containsKey("fault");
        act("vera", "VIEWER", view("Private"), "default", Map.of("wanted", "true"))
                .flash()
                .containsKey("fault");
        act("ada", "ADMIN", view("Private"), "share", Map.of("shared", "true"))
                .flash()
                .containsKey("fault");
        act("vera", "VIEWER", UUID.randomUUID().toString(), "delete", Map.of())
                .flash()
                .containsKey("fault");
        assertThat(work.texts("select name from saved_view order by 1")).containsExactly("Mine", "Private", "Shared");

        act("ada", "ADMIN", view("Shared"), "delete", Map.of()).flash().containsKey("done");
        act("vera", "VIEWER", view("Mine"), "delete", Map.of()).flash().containsKey("done");
        assertThat(work.texts("select name from saved_view")).containsExactly("Private");
        assertThat(work.texts("select actor || ' ' || action from audit_entry order by id"))
                .containsExactly("bob share", "ada delete");
    }

    @Test
    void refusesANameThatIsTakenMissingOrTooLong() {
        save("vera", "Mine", FILTER).flash().containsKey("done");
        save("vera", "Mine", "?status=FAILED").flash().containsKey("fault");
        save("vera", " ", FILTER).flash().containsKey("fault");
        save("vera", "x".repeat(61), FILTER).flash().containsKey("fault");
        save("bob", "Mine", FILTER).flash().containsKey("done");
        assertThat(work.count("saved_view")).isEqualTo(2);
    }

    @Test
    void keepsNoMoreThanFiftyViewsOfAList() {
        work.jdbcUpdate("""
                insert into saved_view (id, list, owner, name, parameters, created_at)
                select gen_random_uuid(), 'OPERATIONS', 'vera', 'view ' || i, 'status=OPEN', now()
                from generate_series(1, 50) i
                """);
        save("vera", "One more", FILTER).flash().containsKey("fault");
    }

    @Test
    void theViewsOfADeletedUserGoAndItsSharedOnesStay() {
        save("bob", "Private", FILTER);
        save("bob", "Shared", FILTER);
        choose("bob", "operation", "status");
        act("bob", "OPERATOR", view("Shared"), "share", Map.of("shared", "true"));

        events.publishEvent(new UserDeletedEvent("bob"));

        assertThat(work.texts("select name from saved_view")).containsExactly("Shared");
        assertThat(work.count("list_preference")).isZero();
    }

    @Test
    void theColumnsThatAUserChoseStayUntilTheUsualOnesAreWanted() {
        choose("vera", "operation", "status", "no such column")
                .hasRedirectedUrl("/synchronization?channel=HARBOR&sort=oldest&status=OPEN");
        assertThat(columns("vera")).containsExactly("Operation", "Status");
        assertThat(columns("bob")).contains("Channel", "Customer");

        choose("vera");
        assertThat(columns("vera")).contains("Channel", "Customer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"?status=%zz&channel=a%00b&x", "&&&=&=", "%", "?sort=%F0%9F%98%80", "?channel=%7Bx%7D"})
    void survivesStrangeQueries(String query) {
        save("vera", "Strange", query).hasStatus(HttpStatus.FOUND).flash().containsKey("done");
        page("vera", redirect("vera", "/synchronization?view=" + view("Strange")));
    }

    @Test
    void listsWhoseOnlyFilterIsASearchHaveNoViews() {
        assertThat(post("/views", "vera", "VIEWER", Map.of("list", "CUSTOMERS", "query", "", "name", "Mine")))
                .flash()
                .containsKey("fault");
        assertThat(post("/views", "vera", "VIEWER", Map.of("list", "NOTHING", "query", "", "name", "Mine")))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private MvcTestResultAssert save(String by, String name, String query) {
        return assertThat(post("/views", by, "VIEWER", Map.of("list", "OPERATIONS", "query", query, "name", name)));
    }

    private MvcTestResultAssert choose(String by, String... columns) {
        var request = http.post()
                .uri("/views/columns")
                .param("list", "OPERATIONS")
                .param("query", FILTER + "&columns=operation")
                .with(csrf())
                .with(user(by).roles("VIEWER"));
        Stream.of(columns).forEach(column -> request.param("column", column));
        return assertThat(request.exchange());
    }

    private MvcTestResultAssert act(String by, String role, String view, String act, Map<String, String> form) {
        var all = new HashMap<>(form);
        all.put("list", "OPERATIONS");
        all.put("query", FILTER);
        return assertThat(post("/views/" + view + "/" + act, by, role, all));
    }

    private MvcTestResult post(String path, String by, String role, Map<String, String> form) {
        var request = http.post().uri(path).with(csrf()).with(user(by).roles(role));
        form.forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult get(String by, String path) {
        return http.get()
                .uri(URI.create(path))
                .with(user(by).roles("VIEWER"))
                .accept("text/html")
                .exchange();
    }

    private String redirect(String by, String path) {
        MvcTestResult result = get(by, path);
        assertThat(result).hasStatus(HttpStatus.FOUND);
        return String.valueOf(result.getResponse().getRedirectedUrl());
    }

    private Document page(String by, String path) {
        MvcTestResult page = get(by, path);
        assertThat(page).hasStatusOk();
        try {
            return Jsoup.parse(page.getResponse().getContentAsString());
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private String views(String by) {
        return page(by, "/synchronization?view=none").select("nav.views").text();
    }

    private List<String> columns(String by) {
        return page(by, "/synchronization?view=none")
                .select("main form[action=/synchronization/bulk/preview] thead th")
                .eachText();
    }

    private String view(String name) {
        return work.texts("select id::text from saved_view where name = '" + name + "'")
                .get(0);
    }
}
