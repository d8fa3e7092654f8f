package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.counterpart.stack.client.DemoTokens;
import io.counterpart.testsupport.browser.ChromiumBrowser;
import io.counterpart.testsupport.browser.Screenshots;

import static org.assertj.core.api.Assertions.assertThat;

/** Takes the pictures of the documentation from a system that was filled through its public API. */
@Tag("screenshots")
class DocumentationScreenshotsIT extends Scenario {

    private static final Path PICTURES = Path.of("../docs/screenshots");

    @Test
    void takesThePicturesOfTheDocumentation() throws IOException {
        var company = new DemoCompany(stack);
        company.create();
        try (var shots = new Screenshots(
                ChromiumBrowser.browser(), stack.addresses().hq().toString(), 1280, ColorScheme.LIGHT, PICTURES)) {
            take(shots, "sign-in", "/sign-in");
            shots.signIn("admin");
            for (var page : pages(company).entrySet()) {
                take(shots, page.getKey(), page.getValue());
            }
            search(shots);
        }
        till();
    }

    private static Map<String, String> pages(DemoCompany company) throws IOException {
        var pages = new LinkedHashMap<String, String>();
        pages.put("home", "/");
        pages.put("synchronization", "/synchronization");
        pages.put("synchronization-failed", "/synchronization?status=FAILED");
        pages.put("causes", "/synchronization/causes");
        pages.put("operation", "/synchronization/" + company.failedOperation());
        pages.put("stuck-customers", "/stuck-customers");
        pages.put("tills", "/tills");
        pages.put("possible-duplicates", "/possible-duplicates");
        pages.put("statistics", "/statistics?range=hour");
        pages.put("customers", "/customers");
        pages.put("customer", "/customers/" + company.accountNumberOfAnn());
        pages.put("erasure", "/customers/" + company.accountNumberOfAnn() + "/erasure");
        pages.put(
                "merge",
                "/customers/" + company.accountNumberOfAnn() + "/merges?merged=" + company.accountNumberOfHerSecond());
        pages.put("jobs", "/jobs");
        pages.put("job", "/jobs/" + AdministrationFixture.SYNCHRONIZE);
        pages.put("sessions", "/sessions");
        pages.put("dead-letters", "/dead-letters");
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
                "customer-imports",
                "users",
                "changes")) {
            pages.put(page.replace('/', '-'), "/administration/" + page);
        }
        pages.put("account", "/account");
        return pages;
    }

    private void till() {
        try (var till = new TillPage(stack.addresses().channel("harbor"))) {
            till.open(DemoTokens.POS_HARBOR);
            till.find("Ann Lee");
            till.results().first().click();
            till.page().locator(".card .badge.good").waitFor();
            till.picture(PICTURES.resolve("till-1024-light.png"), 1024, ColorScheme.LIGHT);
            till.picture(PICTURES.resolve("till-390-dark.png"), 390, ColorScheme.DARK);
        }
    }

    private static void take(Screenshots shots, String name, String path) {
        shots.look(1280, ColorScheme.LIGHT);
        shots.open(path);
        assertThat(shots.status()).as(path).isEqualTo(200);
        take(shots, name);
    }

    private static void take(Screenshots shots, String name) {
        shots.look(1280, ColorScheme.LIGHT);
        shots.take(name);
        shots.look(390, ColorScheme.DARK);
        shots.take(name);
    }

    // The text of a search is in no URL.
    private static void search(Screenshots shots) {
        shots.look(1280, ColorScheme.LIGHT);
        shots.page().locator("#find").fill("Lee");
        shots.page().keyboard().press("Enter");
        shots.page().waitForURL("**/search?**");
        take(shots, "search");
    }
}
