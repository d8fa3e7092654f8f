package io.counterpart.hq.browser;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A possible duplicate is decided at the top of its page; the timeline is beside the form where there is room. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DuplicateDecisionBrowserTests extends BrowserWalkthrough {

    @Test
    void mergesAfterAConfirmation() {
        String path = "/synchronization/" + demo.possibleDuplicate();
        browser.signIn("operator");
        browser.open(path);
        assertIsInView("Merge into C-");
        decision("Merge into C-").click();
        assertThat(page.locator(".decisions")).containsText("This can’t be undone.");
        org.assertj.core.api.Assertions.assertThat(
                        new AxeBuilder(page).analyze().getViolations())
                .isEmpty();

        button("Merge permanently").click();

        assertThat(page.locator(".note.ok")).containsText("Merged. The channel’s customer is now C-");
    }

    @Test
    void createsANewCustomerWithOneClick() {
        String path = "/synchronization/" + demo.possibleDuplicate();
        long customers = work.count("customer");
        browser.signIn("operator");
        browser.open(path);
        assertIsInView("Create as new customer");

        decision("Create as new customer").click();

        assertThat(page.locator(".note.ok")).containsText("Retried as a new customer.");
        org.assertj.core.api.Assertions.assertThat(work.count("customer")).isEqualTo(customers + 1);
    }

    @Test
    void aViewerSeesNoDecision() {
        String path = "/synchronization/" + demo.possibleDuplicate();
        browser.signIn("viewer");
        browser.open(path);
        assertThat(page.locator("h1")).containsText("Failed");
        assertThat(page.locator(".decisions")).hasCount(0);
    }

    @Test
    void showsTheTimelineBesideTheFormOrBelowIt() {
        browser.signIn("operator");
        browser.open("/synchronization/" + nameless());
        for (int width : List.of(1280, 1920)) {
            browser.look(width, ColorScheme.LIGHT);
            BoundingBox form = box("#change");
            BoundingBox timeline = box("#way");
            org.assertj.core.api.Assertions.assertThat(timeline.x)
                    .as("width %d", width)
                    .isGreaterThanOrEqualTo(form.x + form.width);
            org.assertj.core.api.Assertions.assertThat(timeline.y).isEqualTo(form.y);
        }
        for (int width : List.of(320, 390, 1279)) {
            browser.look(width, ColorScheme.LIGHT);
            BoundingBox form = box("#change");
            org.assertj.core.api.Assertions.assertThat(box("#way").y)
                    .as("width %d", width)
                    .isGreaterThanOrEqualTo(form.y + form.height);
            org.assertj.core.api.Assertions.assertThat(
                            page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isEqualTo(true);
        }
    }

    private void assertIsInView(String words) {
        BoundingBox box = decision(words).boundingBox();
        org.assertj.core.api.Assertions.assertThat(box.y + box.height).isLessThan(page.viewportSize().height);
    }

    private Locator decision(String words) {
        return page.locator(".decisions button, .decisions summary")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }

    private BoundingBox box(String heading) {
        return page.locator("section.card")
                .filter(new Locator.FilterOptions().setHas(page.locator(heading)))
                .boundingBox();
    }
}
