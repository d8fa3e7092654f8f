package io.counterpart.hq.browser;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.imageio.ImageIO;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.google.zxing.Binarizer;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** An administrator creates a clerk and opens a till with a code that a camera can read. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClerkBrowserTests extends BrowserWalkthrough {

    @Test
    void createsAClerkSetsANewPinAndDeactivates() {
        browser.signIn("admin");
        browser.open("/administration/clerks");
        page.getByText("New clerk").click();
        page.getByLabel("Name").fill("Robin Reyes");
        page.getByLabel("PIN").fill("471108");
        page.getByLabel("HARBOR").check();
        assertAccessible("clerk-new");
        button("Save clerk").click();
        assertNote("Clerk saved.");
        assertAccessible("clerks");

        page.getByText("Robin Reyes").click();
        page.getByLabel("PIN").fill("815108");
        button("Set PIN").click();
        assertNote("PIN set.");
        page.getByLabel("Active").uncheck();
        assertAccessible("clerk");
        button("Save clerk").click();
        assertNote("Clerk saved.");

        assertThat(work.texts("select name || ' ' || active from clerk")).containsExactly("Robin Reyes false");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void aCameraReadsTheCodeThatOpensATill(ColorScheme scheme) throws IOException, ReaderException {
        browser.signIn("admin");
        browser.open("/administration/tokens");
        page.getByLabel("Device").fill("till 7");
        page.getByLabel("Role").selectOption(new SelectOption().setValue("TILL"));
        page.getByLabel("Channel", new Page.GetByLabelOptions().setExact(true)).selectOption("HARBOR");
        button("Create token").click();

        String token = page.locator("#new-token").textContent();
        String link = page.locator("#opening-link").textContent();
        assertThat(link).isEqualTo("https://harbor.example.com/pos/#token=" + token);
        for (int width : new int[] {1280, 390}) {
            browser.look(width, scheme);
            assertThat(read(page.locator("svg.qr"))).isEqualTo(link);
            assertAccessible("token-of-a-till");
        }
        // Shown once.
        browser.open("/administration/tokens");
        assertThat(page.locator("svg.qr").count()).isZero();
    }

    private void assertNote(String text) {
        PlaywrightAssertions.assertThat(page.locator(".note.ok")).containsText(text);
    }

    private void assertAccessible(String name) {
        page.waitForLoadState(LoadState.LOAD);
        assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
        browser.take(name);
    }

    private static String read(Locator code) throws IOException, ReaderException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(code.screenshot()));
        int width = picture.getWidth();
        int height = picture.getHeight();
        int[] pixels = picture.getRGB(0, 0, width, height, null, 0, width);
        var source = new RGBLuminanceSource(width, height, pixels);
        // A camera takes many pictures; here there is one, which is read in two ways.
        try {
            return decode(new HybridBinarizer(source));
        } catch (ReaderException e) {
            return decode(new GlobalHistogramBinarizer(source));
        }
    }

    private static String decode(Binarizer picture) throws ReaderException {
        return new QRCodeReader()
                .decode(new BinaryBitmap(picture), Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }
}
