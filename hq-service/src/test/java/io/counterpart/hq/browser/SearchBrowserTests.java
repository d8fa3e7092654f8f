package io.counterpart.hq.browser;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.LoadState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The search box of every page in the browser: keys, suggestions, results. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SearchBrowserTests extends BrowserWalkthrough {

    @Test
    void isReachedAndLeftByKey() {
        browser.signIn("viewer");
        browser.open("/jobs");
        page.getByRole(AriaRole.LINK, named("API documentation")).focus();

        reachByKey();
        page.keyboard().type("/harbor");
        assertThat(box()).hasValue("/harbor");
        page.keyboard().press("Escape");

        assertThat(page.getByRole(AriaRole.LINK, named("API documentation"))).isFocused();
    }

    @Test
    void suggestsWhileTypingAndIsUsedByKeyboardAlone() {
        browser.signIn("viewer");
        browser.open("/");
        reachByKey();
        page.keyboard().type("harbor");
        assertThat(suggestions()).containsText("Harbor store");
        assertThat(page.locator("#announcement")).containsText("suggestion");

        page.keyboard().press("ArrowDown");
        assertThat(suggestions().getByRole(AriaRole.LINK).first()).isFocused();
        page.keyboard().press("ArrowUp");
        assertThat(box()).isFocused();
        page.keyboard().press("Escape");
        assertThat(suggestions()).isHidden();

        page.keyboard().press("/");
        page.keyboard().type("Harbor sto");
        assertThat(suggestions().getByRole(AriaRole.LINK)).hasCount(1);
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Harbor store");
    }

    @Test
    void showsResultsOfANameWithoutTheNameInTheAddress() {
        browser.signIn("viewer");
        browser.open("/");
        box().fill("Ann");
        box().press("Enter");
        assertThat(page.locator("h1")).hasText("Search results");
        org.assertj.core.api.Assertions.assertThat(page.url()).doesNotContain("Ann");
        page.locator("main .found a").first().click();
        assertThat(page.locator("#profile")).isVisible();

        page.goBack();

        assertThat(page.locator("main .found a").first()).isVisible();
        assertThat(box()).hasValue("Ann");
        page.getByRole(AriaRole.LINK, named("more : Customers")).click();
        assertThat(page.locator("main #query")).hasValue("Ann");
        assertThat(page.locator("tbody .name").first()).containsText("Ann");
    }

    @Test
    void opensTheCustomerOfAnAccountNumber() {
        browser.signIn("viewer");
        browser.open("/administration/changes");
        box().fill("c-0000001");
        box().press("Enter");
        page.waitForURL("**/customers/C-0000001");
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 768, 1920})
    void isReadableAndFitsWithItsSuggestionsAndResults(int width) {
        browser.signIn("admin");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            browser.look(width, scheme);
            browser.open("/jobs");
            box().fill("har");
            assertThat(suggestions()).containsText("Harbor store");
            assertReadable();
            box().press("Enter");
            assertThat(page.locator("h1")).hasText("Search results");
            assertReadable();
        }
    }

    private void assertReadable() {
        page.waitForLoadState(LoadState.LOAD);
        org.assertj.core.api.Assertions.assertThat(
                        new AxeBuilder(page).analyze().getViolations())
                .isEmpty();
        org.assertj.core.api.Assertions.assertThat(
                        page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .isEqualTo(true);
    }

    // A browser ignores keys until it has painted the page.
    private void reachByKey() {
        for (int tries = 0; tries < 50 && !(boolean) box().evaluate("it => it === document.activeElement"); tries++) {
            page.keyboard().press("/");
            page.waitForTimeout(100);
        }
        assertThat(box()).isFocused();
    }

    private Locator box() {
        return page.locator("#find");
    }

    private Locator suggestions() {
        return page.locator("#suggestions");
    }
}
