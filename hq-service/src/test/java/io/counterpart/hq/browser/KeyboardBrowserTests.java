package io.counterpart.hq.browser;

import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

/** A user without a mouse repairs a failed operation. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class KeyboardBrowserTests extends BrowserWalkthrough {

    private static final int MOST_TABS = 120;

    @Test
    void repairsAFailedOperationByKeyboard() {
        browser.open("/sign-in");
        // A browser ignores keys until it has painted the page: the first key must be one that can be repeated.
        tabTo("#password");
        type("operator");
        press("Shift+Tab");
        type("operator");
        press("Enter");
        page.waitForURL("**/");

        tabTo("a.skip");
        press("Enter");
        tabTo("a[href*='errorCode=name-required']");
        press("Enter");
        page.waitForURL("**/synchronization?**");
        tabTo("tbody a[href^='/synchronization/']");
        press("Enter");
        page.waitForURL("**/synchronization/*-*");
        tabTo("[name='/body/content/profile/lastName']");
        type("Lindqvist");
        tabTo("button[value=synchronize]");
        press("Enter");
        assertThat(page.locator("main [role=status]")).containsText("Applied. Customer account: C-");
    }

    @Test
    void aPageThatRefreshesItselfLeavesTheFocusWhereItIs() {
        browser.signIn("operator");
        tabTo("a[href*='errorCode=name-required']");
        // Longer than the refresh interval of the page.
        page.waitForTimeout(4_000);
        org.assertj.core.api.Assertions.assertThat(isFocused("a[href*='errorCode=name-required']"))
                .isTrue();
    }

    private void tabTo(String selector) {
        for (int tabs = 0; tabs < MOST_TABS; tabs++) {
            press("Tab");
            if (isFocused(selector)) {
                return;
            }
        }
        fail("The keyboard does not reach " + selector);
    }

    private boolean isFocused(String selector) {
        return (boolean) page.evaluate("it => document.activeElement.matches(it)", selector);
    }

    private void press(String key) {
        page.keyboard().press(key);
    }

    private void type(String words) {
        page.keyboard().type(words);
    }
}
