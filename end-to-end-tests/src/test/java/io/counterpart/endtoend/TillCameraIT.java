package io.counterpart.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.google.zxing.WriterException;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.stack.client.DemoTokens;
import io.counterpart.testsupport.browser.ChromiumBrowser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The till reads the code of headquarters with a camera. Chromium plays a video as its camera; its detector, which it
 * has on few systems, is replaced by one that looks at the same pictures.
 */
@Timeout(value = 180, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TillCameraIT extends Scenario {

    private static final String DETECTOR = """
            window.BarcodeDetector = class {
              static getSupportedFormats() { return Promise.resolve(['qr_code']); }
              async detect(video) {
                const canvas = new OffscreenCanvas(%d, %d);
                const picture = canvas.getContext('2d');
                picture.drawImage(video, 0, 0, canvas.width, canvas.height);
                const { data } = picture.getImageData(0, 0, canvas.width, canvas.height);
                let brightness = '';
                for (let i = 1; i < data.length; i += 4) { brightness += String.fromCharCode(data[i]); }
                const text = await window.readPicture(btoa(brightness));
                return text ? [{ rawValue: text }] : [];
              }
            };
            """.formatted(QrVideo.WIDTH, QrVideo.HEIGHT);
    private static final String NO_DETECTOR = "delete window.BarcodeDetector;";
    private static final String NO_CAMERA = """
            navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('none', 'NotFoundError'));
            """;

    private final String pos =
            stack.addresses().channel("harbor").resolve("/pos/").toString();

    @Test
    void theCodeOfHeadquartersOpensTheTill() throws IOException, WriterException {
        try (Playwright playwright = playwright();
                Browser browser = withCameraThatSees(playwright, pos + "#token=" + DemoTokens.POS_HARBOR)) {
            Page till = open(browser, DETECTOR, List.of("camera"));

            till.getByText("Scan code").click();

            assertThat(till.getByLabel("Robin Reyes")).isVisible();
            assertThat(till.locator("video")).hasCount(0);
            assertThat(till.url()).isEqualTo(pos + "#/");
        }
    }

    @Test
    void anotherCodeIsSaidAndTheCameraGoesOn() throws IOException, WriterException {
        try (Playwright playwright = playwright();
                Browser browser = withCameraThatSees(playwright, "https://example.com/")) {
            Page till = open(browser, DETECTOR, List.of("camera"));

            till.getByText("Scan code").click();

            assertThat(till.getByText("This code opens no till.")).isVisible();
            assertThat(till.getByLabel("Picture of the camera")).isVisible();
            assertThat(Accessibility.faults(till)).isEmpty();
            till.getByText("Cancel").click();
            assertThat(till.locator("video")).hasCount(0);
            assertThat(till.getByText("Scan code")).isVisible();
        }
    }

    @Test
    void withoutPermissionTheTillSaysSo() throws IOException, WriterException {
        try (Playwright playwright = playwright();
                Browser browser = withCameraThatSees(playwright, "https://example.com/")) {
            Page till = open(browser, DETECTOR, List.of());

            till.getByText("Scan code").click();

            assertThat(till.getByText("The browser does not allow this page to use the camera."))
                    .isVisible();
            assertThat(Accessibility.faults(till)).isEmpty();
        }
    }

    @Test
    void withoutACameraTheTillSaysSo() {
        Page till = open(ChromiumBrowser.browser(), DETECTOR + NO_CAMERA, List.of("camera"));

        till.getByText("Scan code").click();

        assertThat(till.getByText("This device has no camera.")).isVisible();
        till.context().close();
    }

    @Test
    void aBrowserWithoutADetectorOffersNoScan() {
        Page till = open(ChromiumBrowser.browser(), NO_DETECTOR, List.of("camera"));

        assertThat(till.getByLabel("Access token")).isVisible();
        assertThat(till.getByText("Scan code")).hasCount(0);
        till.context().close();
    }

    @Test
    void onlyTheTillMayAskForACamera() {
        try (BrowserContext context = ChromiumBrowser.browser().newContext()) {
            Page page = context.newPage();

            assertThat(permissions(page, "harbor", "/pos/")).contains("camera=(self)");
            assertThat(permissions(page, "harbor", "/docs")).contains("camera=()");
            assertThat(permissions(page, "online", "/signup")).contains("camera=()");
        }
    }

    private String permissions(Page page, String channel, String path) {
        return page.navigate(stack.addresses().channel(channel).resolve(path).toString())
                .headerValue("Permissions-Policy");
    }

    private Page open(Browser browser, String detector, List<String> permissions) {
        BrowserContext context = browser.newContext(new Browser.NewContextOptions().setLocale("en-US"));
        context.grantPermissions(permissions);
        context.exposeFunction(
                "readPicture", picture -> QrVideo.read((String) picture[0]).orElse(""));
        context.addInitScript(detector);
        Page page = context.newPage();
        page.navigate(pos);
        return page;
    }

    private static Playwright playwright() {
        return Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    private static Browser withCameraThatSees(Playwright playwright, String text) throws IOException, WriterException {
        Path video =
                Files.createTempFile(Files.createDirectories(Path.of("target").toAbsolutePath()), "code", ".y4m");
        QrVideo.write(video, text);
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(ChromiumBrowser.path())
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--use-fake-device-for-media-stream",
                                "--use-file-for-fake-video-capture=" + video)));
    }
}
