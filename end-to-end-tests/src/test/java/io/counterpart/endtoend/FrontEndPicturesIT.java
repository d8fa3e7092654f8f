package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.stack.client.DemoTokens;
import io.counterpart.testsupport.browser.ChromiumBrowser;
import io.counterpart.testsupport.browser.Screenshots;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Takes the pictures at the top of the README: one customer in three front ends, and how its number arrives. */
@Tag("screenshots")
@Timeout(value = 300, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FrontEndPicturesIT extends Scenario {

    private static final Path PICTURES = Path.of("../docs/screenshots");
    private static final int LARGEST_GIF = 1_000_000;
    private static final int HEIGHT = 720;
    private static final String SIDE_BY_SIDE = """
            <style>
              body { margin: 0; padding: 20px; display: grid; grid-template-columns: repeat(3, 1fr); gap: 20px;
                background: #e9edf3; font: 600 17px/1.3 system-ui, "Liberation Sans", sans-serif; color: #16202e; }
              figure { margin: 0; display: grid; gap: 10px; justify-items: center; }
              img { width: 400px; border-radius: 10px; box-shadow: 0 1px 6px rgb(0 0 0 / .25); }
            </style>
            <figure><figcaption>Storefront</figcaption><img src="data:image/png;base64,%s"></figure>
            <figure><figcaption>Till</figcaption><img src="data:image/png;base64,%s"></figure>
            <figure><figcaption>Headquarters</figcaption><img src="data:image/png;base64,%s"></figure>
            """;

    private final AdministrationFixture administration = new AdministrationFixture(stack);

    @Test
    void takesOneCustomerInThreeFrontEnds() throws IOException {
        administration.profile("online", true, true);
        try (administration;
                var shop = new StorefrontPage(stack);
                var till = new TillPage(stack.addresses().channel("harbor"))) {
            shop.register("nora@example.com", "Nora", "Lindqvist");
            shop.confirm("nora@example.com");
            shop.page().getByLabel("Phone").fill("+1 555 0136");
            UUID nora = shop.create();
            String number = accountNumberOf(stack.harbor(), nora);
            assertThat(shop.section("number")).containsText(number);
            shop.open("account");
            assertThat(shop.section("number")).containsText(number);
            till.open(DemoTokens.POS_HARBOR);
            till.find("Nora Lindqvist");
            till.results().first().click();
            assertThat(till.number()).containsText(number);

            sideBySide(picture(shop.page()), picture(till.page()), pictureOfHq("/customers/" + number));
        }
    }

    @Test
    void takesTheArrivalOfAnAccountNumber() throws IOException {
        var gif = new AnimatedGif();
        try (administration;
                var till = new TillPage(stack.addresses().channel("harbor"))) {
            till.open(DemoTokens.POS_HARBOR).installed();
            till.page().setViewportSize(800, 560);
            administration.hold(AdministrationFixture.SYNCHRONIZE);
            till.offline(true);
            till.page().keyboard().press("F2");
            till.dialog().getByLabel("First name").fill("Emil");
            till.dialog().getByLabel("Last name").fill("Novak");
            gif.add(till.page().screenshot(), Duration.ofMillis(1800));
            till.save("Create customer");
            UUID emil = till.shownCustomer();
            assertThat(till.number()).containsText("Pending sync");
            assertThat(till.page().locator(".notice.shown")).hasCount(0);
            gif.add(till.page().screenshot(), Duration.ofMillis(2200));
            till.offline(false);
            eventually().until(() -> till.waiting() == 0);
            assertThat(till.number()).containsText("Pending sync");
            gif.add(till.page().screenshot(), Duration.ofMillis(1600));
            administration.release(AdministrationFixture.SYNCHRONIZE);
            assertThat(till.number()).containsText(accountNumberOf(stack.harbor(), emil));
            gif.add(till.page().screenshot(), Duration.ofSeconds(3));
        }
        Path file = PICTURES.resolve("account-number-arrives.gif");
        gif.write(file);
        assertThat(Files.size(file)).isLessThan(LARGEST_GIF);
    }

    private byte[] pictureOfHq(String path) {
        try (var hq = new Screenshots(
                ChromiumBrowser.browser(), stack.addresses().hq().toString(), 400, ColorScheme.LIGHT, PICTURES)) {
            hq.signIn("admin");
            hq.open(path);
            return picture(hq.page());
        }
    }

    private static byte[] picture(Page page) {
        page.setViewportSize(400, HEIGHT);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return page.screenshot();
    }

    private static void sideBySide(byte[]... pictures) {
        try (BrowserContext context =
                ChromiumBrowser.browser().newContext(new Browser.NewContextOptions().setViewportSize(1280, 400))) {
            Page page = context.newPage();
            page.setContent(SIDE_BY_SIDE.formatted(Arrays.stream(pictures)
                    .map(Base64.getEncoder()::encodeToString)
                    .toArray()));
            page.screenshot(new Page.ScreenshotOptions()
                    .setPath(PICTURES.resolve("one-customer-1280-light.png"))
                    .setFullPage(true));
        }
    }
}
