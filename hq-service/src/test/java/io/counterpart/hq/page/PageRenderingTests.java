package io.counterpart.hq.page;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import io.counterpart.hq.browser.DemoScenario;
import io.counterpart.hq.staging.StagingFixture;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;

@HqManualContext
@Import({StagingFixture.class, DemoScenario.class})
class PageRenderingTests {

    private static final List<String> PAGES = List.of(
            "/",
            "/home/live",
            "/synchronization",
            "/synchronization?status=FAILED",
            "/synchronization?status=OPEN&channelDatabase=harbor&sort=oldest",
            "/synchronization?status=SUCCEEDED&kind=CREATE_CUSTOMER&channel=HARBOR&from=2020-01-01&to=2099-01-01",
            "/synchronization?q=C-0000001",
            "/synchronization?q=3f2a6c1e-0000-4000-8000-000000000001",
            "/synchronization?q=noor",
            "/synchronization?sort=latest&columns=operation,channelDatabase,received,attempts",
            "/synchronization?sort=oldest&columns=nothing",
            "/synchronization?view=none",
            "/synchronization/causes",
            "/synchronization/export.csv",
            "/jobs",
            "/jobs/live",
            "/jobs/P-0001",
            "/jobs/synchronize-customers-and-channel-requests",
            "/jobs/1010/recurrence?recurrence=0 2 * * 1",
            "/jobs/1010/recurrence?recurrence=soon",
            "/sessions",
            "/sessions?direction=download&channelDatabase=harbor&failed=true",
            "/sessions?sort=oldest&columns=started,finished",
            "/tills",
            "/tills?channel=HARBOR&attention=true",
            "/tills/unsent.csv",
            "/possible-duplicates",
            "/possible-duplicates?reason=PHONE&channel=HARBOR",
            "/statistics",
            "/statistics?range=month&channelDatabase=harbor",
            "/account",
            "/search",
            "/dead-letters",
            "/dead-letters?all=true",
            "/dead-letters/group?cause=INVALID_JSON&topic=cdx.p-0001",
            "/dead-letters/group?cause=INVALID_JSON&topic=cdx.p-0001&all=true",
            "/dead-letters/group?cause=INVALID_JSON&topic=cdx.p-0001&sort=oldest&columns=arrived,position",
            "/dead-letters/group/retry?cause=INVALID_JSON&topic=cdx.p-0001",
            "/dead-letters/group/retry?cause=INVALID_JSON&topic=cdx.1010",
            "/dead-letters/group/discard?cause=INVALID_JSON&topic=cdx.p-0001",
            "/customers",
            "/customers/C-0000001",
            "/administration/features",
            "/administration/features/live",
            "/administration/features/async-customer-addresses/disable",
            "/administration/profiles",
            "/administration/channels",
            "/administration/channels/HARBOR",
            "/administration/new-channel",
            "/administration/channel-databases",
            "/administration/customer-groups",
            "/administration/affiliations",
            "/administration/attributes",
            "/administration/number-sequences",
            "/administration/duplicates",
            "/administration/recovery",
            "/administration/customer-imports",
            "/administration/alerts",
            "/administration/alerts/settings",
            "/administration/tokens",
            "/administration/clerks",
            "/administration/clerks?channel=HARBOR",
            "/administration/clerks/new",
            "/administration/users",
            "/administration/changes",
            "/administration/changes?actor=ada&action=change&subject=feature&from=2026-01-01&to=2099-01-01",
            "/administration/changes?from=2026-02-01&to=2026-01-01",
            "/administration/changes/export.csv?actor=admin");

    @Autowired
    MockMvcTester http;

    @Autowired
    DemoScenario demo;

    @Autowired
    TestDriver work;

    @BeforeEach
    void lay() {
        demo.create();
        work.jdbcUpdate("update feature set enabled = true where name = 'async-customer-addresses'");
    }

    @Test
    void everyPageAnswersToEveryRoleThatMaySeeIt() {
        var pages = new ArrayList<>(PAGES);
        work.texts("select operation_id::text from async_operation join open_operation using (recid)")
                .forEach(id -> pages.add("/synchronization/" + id));
        work.texts("select id::text from dead_letter").forEach(id -> pages.add("/dead-letters/" + id));
        assertThat(pages).anyMatch(page -> page.matches("/synchronization/[0-9a-f-]{36}"));
        assertThat(pages).anyMatch(page -> page.matches("/dead-letters/.+"));
        var broken = new ArrayList<String>();
        for (String page : pages) {
            for (String role : List.of("ADMIN", "VIEWER")) {
                int status = status(page, role);
                boolean hidden = role.equals("VIEWER")
                        && page.matches("/administration/(tokens|clerks.*|users|alerts.*|customer-imports)");
                if (status != (hidden ? 403 : 200)) {
                    broken.add(page + " as " + role + ": " + status);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    private int status(String page, String role) {
        var result = http.get()
                .uri(page)
                .with(user("somebody").roles(role))
                .accept("text/html")
                .exchange();
        if (result.getUnresolvedException() != null) {
            throw new AssertionError(page, result.getUnresolvedException());
        }
        return result.getMvcResult().getResponse().getStatus();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/synchronization/00000000-0000-4000-8000-000000000000",
                "/synchronization/nonsense",
                "/jobs/none",
                "/customers/none",
                "/dead-letters/0",
                "/dead-letters/x",
                "/dead-letters/group?cause=NONE&topic=cdx.p-0001",
                "/dead-letters/retries/00000000-0000-4000-8000-000000000000",
                "/administration/features/none/disable",
                "/administration/channels/none"
            })
    void anUnknownIdIsAFriendlyPage(String page) {
        assertThat(http.get().uri(page).with(user("v").roles("VIEWER")).accept("text/html"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("Back to home");
    }
}
