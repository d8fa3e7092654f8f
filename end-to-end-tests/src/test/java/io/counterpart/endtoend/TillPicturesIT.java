package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.stack.client.DemoTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** Looks at each view of the till in three widths and two color schemes: nothing is cut off, and all can be read. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TillPicturesIT extends Scenario {

    private static final List<Integer> WIDTHS = List.of(390, 1024, 1280);
    private static final Path PICTURES = Path.of("target", "till-pictures");

    private final AdministrationFixture administration = new AdministrationFixture(stack);
    private final String name = "P" + Long.toString(System.nanoTime(), 36);

    @Test
    void everyViewCanBeReadInEachSizeAndColorScheme() throws IOException {
        Files.createDirectories(PICTURES);
        administration.featureEverywhere("async-customer-editing", true);
        administration.featureEverywhere("multiple-emails-and-phones", true);
        try (administration;
                var till = new TillPage(stack.addresses().channel("harbor"))) {
            till.page()
                    .navigate(
                            stack.addresses().channel("harbor").resolve("/pos/").toString());
            till.page().locator("#token").waitFor();
            look(till, "token");
            till.page()
                    .navigate(stack.addresses().channel("harbor").resolve("/pos/") + "#token=" + DemoTokens.POS_HARBOR);
            till.enter("Robin Reyes", "0000");
            till.page().getByText("The PIN is wrong").waitFor();
            look(till, "sign-in");
            till.signIn("Robin Reyes", DemoTokens.PIN_OF_ROBIN);
            till.installed();
            administration.hold(AdministrationFixture.SYNCHRONIZE);
            stack.harbor().create(customer()).expect(201);
            till.find("Ann " + name);
            till.results().first().waitFor();
            look(till, "find");
            till.results().first().click();
            till.page().locator(".card").waitFor();
            look(till, "card");
            till.page().keyboard().press("F2");
            till.dialog()
                    .getByLabel("Email", new com.microsoft.playwright.Locator.GetByLabelOptions().setExact(true))
                    .fill(name + "@example.com");
            till.dialog().getByText("Use this customer").waitFor();
            till.page().keyboard().press("Enter");
            look(till, "create");
            till.page().keyboard().press("Escape");
            till.offline(true);
            till.create("Ben", name);
            look(till, "card-offline");
            till.status();
            look(till, "status");
            till.page().locator(".status [lang=de]").click();
            till.page().locator("#pin").waitFor();
            till.enter("Robin Reyes", DemoTokens.PIN_OF_ROBIN);
            till.page().locator(".queue li").waitFor();
            look(till, "status-de");
        }
    }

    private static void look(TillPage till, String view) {
        Page page = till.page();
        for (int width : WIDTHS) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                String picture =
                        "%s-%d-%s.png".formatted(view, width, scheme.name().toLowerCase(java.util.Locale.ROOT));
                till.picture(PICTURES.resolve(picture), width, scheme);
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(picture)
                        .isEqualTo(true);
                // Each rule depends on the colors or on the width, not on both.
                if (width == WIDTHS.get(0) || scheme == ColorScheme.DARK) {
                    assertThat(till.accessibilityFaults()).as(picture).isEmpty();
                }
            }
        }
        page.setViewportSize(1024, 768);
    }

    private Map<String, Object> customer() {
        return Map.of(
                "firstName",
                "Ann",
                "lastName",
                name,
                "email",
                name + "@example.com",
                "phone",
                "+1 555 0100",
                "affiliations",
                List.of("VIP"),
                "addresses",
                List.of(Map.of("street", "1 Pier Road", "city", "Seattle", "zipCode", "98101", "country", "USA")),
                "contacts",
                List.of(Map.of("type", "EMAIL", "value", "ann.work@example.com", "marketingConsent", true)));
    }
}
