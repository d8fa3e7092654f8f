package io.counterpart.endtoend;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.counterpart.testsupport.browser.ChromiumBrowser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** HQ's pages, the till and the storefront have at least 95 of 100 points in each of Lighthouse's categories. */
@Tag("long")
class LighthouseIT extends Scenario {

    private static final Path PROJECT = Path.of("src", "test", "lighthouse");
    private static final Path COPY = Path.of("target", "lighthouse");
    private static final int BAR = 95;
    private static final JsonMapper JSON = new JsonMapper();

    @BeforeAll
    static void install() throws IOException {
        assumeTrue(ShellCommand.exists("npm"), "There is no npm here: Lighthouse is not run");
        NodeProject.install(PROJECT, COPY);
    }

    @Test
    void everyPageReachesTheBar() throws IOException {
        var company = new DemoCompany(stack);
        company.create();
        var administrator = new HqPages(stack.addresses().hq());
        administrator.signIn("admin", "admin");
        List<Map<String, String>> pages = pages(company, administrator.cookies());
        Files.writeString(COPY.resolve("pages.json"), JSON.writeValueAsString(pages));

        ShellCommand.run(
                COPY.resolve("lighthouse.log"),
                COPY,
                List.of("node", "measure.js", ChromiumBrowser.path().toString()));

        JsonNode scores = JSON.readTree(Files.readString(COPY.resolve("scores.json")));
        var low = new ArrayList<String>();
        scores.properties()
                .forEach(page -> page.getValue().properties().forEach(category -> {
                    if (category.getValue().asInt() < BAR) {
                        low.add(page.getKey() + " " + category);
                    }
                }));
        assertThat(scores.propertyNames()).hasSize(pages.size());
        assertThat(low).isEmpty();
    }

    private List<Map<String, String>> pages(DemoCompany company, String cookie) throws IOException {
        URI hq = stack.addresses().hq();
        var pages = new ArrayList<Map<String, String>>();
        pages.add(Map.of("name", "sign-in", "url", hq.resolve("/sign-in").toString()));
        Map<String, String> paths = Map.of(
                "home", "/",
                "synchronization", "/synchronization",
                "operation", "/synchronization/" + company.failedOperation(),
                "customers", "/customers",
                "customer", "/customers/" + company.accountNumberOfAnn(),
                "statistics", "/statistics?range=hour",
                "dead-letters", "/dead-letters",
                "tokens", "/administration/tokens",
                "changes", "/administration/changes");
        paths.forEach((name, path) ->
                pages.add(Map.of("name", name, "url", hq.resolve(path).toString(), "cookie", cookie)));
        URI harbor = stack.addresses().channel("harbor");
        pages.add(Map.of("name", "till", "url", harbor.resolve("/pos/").toString()));
        pages.add(Map.of("name", "channel", "url", harbor.resolve("/").toString()));
        URI shop = stack.addresses().channel("online");
        for (String page : List.of("signup", "account")) {
            pages.add(Map.of("name", page, "url", shop.resolve("/" + page).toString()));
        }
        return pages;
    }
}
