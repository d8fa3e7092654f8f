package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Looks at each view of the storefront in three widths and two color schemes: nothing is cut off, all can be read. */
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StorefrontPicturesIT extends Scenario {

    private static final List<Integer> WIDTHS = List.of(390, 1024, 1280);
    private static final Path PICTURES = Path.of("target", "storefront-pictures");

    private final AdministrationFixture administration = new AdministrationFixture(stack);
    private final String name = "V" + Long.toString(System.nanoTime(), 36);
    private final String email = name.toLowerCase(Locale.ROOT) + "@example.com";

    @Test
    void everyViewCanBeReadInEachSizeAndColorScheme() throws IOException {
        Files.createDirectories(PICTURES);
        administration.profile("online", true, true);
        administration.featureEverywhere("async-customer-editing", true);
        administration.featureEverywhere("multiple-emails-and-phones", true);
        try (administration;
                var shop = new StorefrontPage(stack)) {
            shop.open("signup");
            shop.page().locator("h1").waitFor();
            look(shop, "sign-up");
            shop.open("account");
            shop.page().locator("h1").waitFor();
            look(shop, "signed-out");
            shop.register(email, "Ann", name);
            look(shop, "confirm");
            shop.confirm(email);
            look(shop, "entry");
            administration.mandatoryFieldsOnline("PHONE", "MOBILE");
            administration.primaryAddressRequiredOnline(true);
            shop.open("signup");
            shop.button("Create account").click();
            shop.page().locator("#mobile-fault").waitFor();
            look(shop, "entry-mandatory");
            shop.page().getByLabel("Phone", exactly()).fill("+1 555 0142");
            shop.page().getByLabel("Mobile phone").fill("+1 555 0143");
            shop.page().getByLabel("City").fill("Seattle");
            administration.hold(AdministrationFixture.SYNCHRONIZE);
            shop.create();
            look(shop, "account-pending");
            administration.release(AdministrationFixture.SYNCHRONIZE);
            assertThat(shop.page().locator(".pending")).hasCount(0);
            shop.button("Add address").click();
            shop.page().getByLabel("Country").fill("nowhere");
            shop.button("Save").click();
            shop.page().locator(".fault, .faults").first().waitFor();
            look(shop, "address");
            shop.page().getByText("Deutsch").click();
            shop.page().getByText("Ihre Daten ändern").waitFor();
            look(shop, "account-de");
        }
    }

    private static Page.GetByLabelOptions exactly() {
        return new Page.GetByLabelOptions().setExact(true);
    }

    private static void look(StorefrontPage shop, String view) {
        Page page = shop.page();
        for (int width : WIDTHS) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                String picture =
                        "%s-%d-%s.png".formatted(view, width, scheme.name().toLowerCase(Locale.ROOT));
                page.setViewportSize(width, 844);
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                page.screenshot(new Page.ScreenshotOptions()
                        .setPath(PICTURES.resolve(picture))
                        .setFullPage(true));
                assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))
                        .as(picture)
                        .isEqualTo(true);
                // Each rule depends on the colors or on the width, not on both.
                if (width == WIDTHS.get(0) || scheme == ColorScheme.DARK) {
                    assertThat(Accessibility.faults(page)).as(picture).isEmpty();
                }
            }
        }
        page.setViewportSize(1024, 768);
    }
}
