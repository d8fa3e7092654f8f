package io.counterpart.hq.browser;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import io.counterpart.hq.testing.TestDriver;
import io.counterpart.testsupport.browser.ChromiumBrowser;
import io.counterpart.testsupport.browser.Screenshots;

import static org.assertj.core.api.Assertions.assertThat;

/** Checks that every page fits and can be read in every size and color scheme. */
@HqBrowserContext
class PageReadabilityTests {

    @LocalServerPort
    int port;

    @Autowired
    DemoScenario demo;

    @Autowired
    TestDriver work;

    @BeforeEach
    void lay() {
        ChromiumBrowser.browser();
        demo.create();
    }

    private Map<String, String> pages() {
        var pages = new LinkedHashMap<String, String>();
        String failed = work.texts(
                        "select operation_id::text from async_operation join open_operation o using (recid) where o.status = 'FAILED' and error_code = 'name-required'")
                .get(0);
        pages.put("home", "/");
        pages.put("synchronization", "/synchronization");
        pages.put("synchronization-failed", "/synchronization?status=FAILED");
        pages.put("causes", "/synchronization/causes");
        pages.put("operation", "/synchronization/" + failed);
        pages.put("duplicate", "/synchronization/" + demo.possibleDuplicate());
        pages.put("bulk-preview", "/synchronization/bulk/" + demo.bulk("PREVIEW"));
        pages.put("bulk", "/synchronization/bulk/" + demo.bulk("CANCELLED"));
        pages.put("jobs", "/jobs");
        pages.put("job", "/jobs/synchronize-customers-and-channel-requests");
        pages.put("p-job", "/jobs/P-0001");
        pages.put("sessions", "/sessions");
        pages.put("sessions-download", "/sessions?direction=download");
        pages.put("dead-letters", "/dead-letters");
        pages.put(
                "dead-letter",
                "/dead-letters/"
                        + work.texts("select id::text from dead_letter").get(0));
        pages.put("stuck-customers", "/stuck-customers");
        pages.put("tills", "/tills");
        pages.put("possible-duplicates", "/possible-duplicates");
        pages.put("possible-duplicate", "/possible-duplicates/" + demo.possibleDuplicatePair());
        pages.put("statistics", "/statistics");
        pages.put("customers", "/customers");
        pages.put("customer", "/customers/C-0000001");
        pages.put("erasure", "/customers/C-0000001/erasure");
        pages.put("merge", "/customers/C-0000001/merges?merged=C-0000002");
        pages.put("search", "/search");
        for (String page : List.of(
                "features",
                "profiles",
                "channels",
                "channels/HARBOR",
                "channel-databases",
                "customer-groups",
                "affiliations",
                "attributes",
                "number-sequences",
                "duplicates",
                "recovery",
                "alerts",
                "alerts/settings",
                "tokens",
                "clerks",
                "clerks/new",
                "customer-imports",
                "users",
                "changes")) {
            pages.put(page.replace('/', '-'), "/administration/" + page);
        }
        work.jdbcUpdate("update feature set enabled = true where name = 'multiple-emails-and-phones'");
        pages.put("feature-disable", "/administration/features/multiple-emails-and-phones/disable");
        pages.put("account", "/account");
        pages.put("not-found", "/synchronization/00000000-0000-4000-8000-000000000000");
        return pages;
    }

    @Test
    @Timeout(value = 8, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void isReadableInEverySizeAndColourWithoutSeriousFindings() {
        var findings = new ArrayList<String>();
        try (var shots = new Screenshots(
                ChromiumBrowser.browser(), "http://127.0.0.1:" + port, 1280, ColorScheme.LIGHT, Path.of("target"))) {
            check("sign-in", "/sign-in", shots, findings);
            shots.signIn("admin");
            pages().forEach((name, path) -> check(name, path, shots, findings));
        }
        assertThat(findings).isEmpty();
    }

    // Each page is loaded once and checked four times: all rules in both sizes, only the contrasts in the other color
    // scheme.
    private static void check(String name, String path, Screenshots shots, List<String> findings) {
        shots.look(1280, ColorScheme.LIGHT);
        shots.open(path);
        if (List.of("not-found").contains(name) == (shots.status() == 200)) {
            findings.add(name + " answered " + shots.status());
        }
        look(name + " wide light", new AxeBuilder(shots.page()), shots, findings);
        shots.look(1280, ColorScheme.DARK);
        look(name + " wide dark", contrast(shots), shots, findings);
        shots.look(390, ColorScheme.DARK);
        look(name + " narrow dark", new AxeBuilder(shots.page()), shots, findings);
        shots.look(390, ColorScheme.LIGHT);
        look(name + " narrow light", contrast(shots), shots, findings);
        for (int width : List.of(320, 768, 1920)) {
            shots.look(width, ColorScheme.LIGHT);
            fits(name + " at " + width, shots, findings);
        }
    }

    private static void fits(String name, Screenshots shots, List<String> findings) {
        boolean wide = (boolean) shots.page().evaluate("document.documentElement.scrollWidth > window.innerWidth");
        if (wide) {
            findings.add(name + " is wider than the screen");
        }
    }

    private static AxeBuilder contrast(Screenshots shots) {
        return new AxeBuilder(shots.page()).withRules(List.of("color-contrast"));
    }

    private static void look(String name, AxeBuilder axe, Screenshots shots, List<String> findings) {
        fits(name, shots, findings);
        for (Rule rule : axe.analyze().getViolations()) {
            findings.add(
                    name + ": " + rule.getId() + " " + rule.getNodes().get(0).getTarget() + " " + rule.getHelp());
        }
    }
}
