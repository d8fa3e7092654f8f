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

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Going back, filters that stay, input that survives the end of a session, and the menu of a phone. */
@HqBrowserContext
@Timeout(value = 1, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NavigationBrowserTests extends BrowserWalkthrough {

    @Test
    void goesBackToTheCustomersFoundWithoutSendingTheSearchAgain() {
        browser.signIn("operator");
        browser.open("/customers");
        page.locator("main #query").fill("Ann");
        page.locator("main #query").press("Enter");
        page.locator("tbody a").first().click();
        assertThat(page.locator("#profile")).isVisible();

        page.goBack();

        assertThat(page.locator("tbody a").first()).isVisible();
        assertThat(page.locator("main #query")).hasValue("Ann");
        org.assertj.core.api.Assertions.assertThat(page.url()).doesNotContain("Ann");
    }

    @Test
    void findsAllOperationsOfAPersonByNameAndKeepsTheFilterInTheTabs() {
        browser.signIn("operator");
        browser.open("/synchronization");
        String name = work.texts(
                        "select first_name || ' ' || last_name from customer where account_number = 'C-0000001'")
                .get(0);
        page.locator("#q").fill(name);
        page.locator("#channel").selectOption("HARBOR");
        page.locator("#q").press("Enter");
        assertThat(page.locator("tbody")).containsText("C-0000001");
        assertThat(page.locator("tbody .name").first()).hasText(name);

        page.getByRole(AriaRole.LINK, named("Succeeded")).click();

        assertThat(page.locator("#q")).hasValue(name);
        assertThat(page.locator("#channel")).hasValue("HARBOR");
        assertThat(page.locator("tbody")).containsText("C-0000001");
        org.assertj.core.api.Assertions.assertThat(page.url()).doesNotContain(name.split(" ", 2)[0]);
    }

    @Test
    void saysWhenTheEndOfAPeriodIsBeforeItsBeginning() {
        browser.signIn("operator");
        browser.open("/synchronization?from=2026-11-20&to=2026-11-10");
        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Swap the dates");
    }

    @Test
    void restoresAFormThatWasSavedAfterTheSessionHadEnded() {
        browser.signIn("operator");
        browser.open("/customers/C-0000001");
        page.locator("summary")
                .filter(new Locator.FilterOptions().setHasText("Edit"))
                .first()
                .click();
        page.getByLabel("Middle name").fill("Maria");
        page.context().clearCookies();
        button("Save changes").click();
        page.waitForURL("**/sign-in**");
        page.getByLabel("User name").fill("operator");
        page.getByLabel("Password").fill("operator");
        button("Sign in").click();

        page.waitForURL("**/customers/C-0000001");
        assertThat(page.locator(".note.warn").first()).containsText("Your entries are back");
        assertThat(page.getByLabel("Middle name")).hasValue("Maria");
        button("Save changes").click();
        assertThat(page.locator(".note.ok")).containsText("Saved.");
        assertThat(page.locator("h1")).containsText("Maria");
    }

    @Test
    void escapeClosesTheMenuOfAPhoneWhichIsReadable() {
        browser.signIn("operator");
        browser.look(390, ColorScheme.LIGHT);
        browser.open("/");
        page.locator(".top summary").click();
        assertThat(page.locator(".sheet")).isVisible();
        org.assertj.core.api.Assertions.assertThat(new AxeBuilder(page)
                        .include(List.of(".sheet"))
                        .withRules(List.of("color-contrast"))
                        .analyze()
                        .getViolations())
                .isEmpty();

        page.keyboard().press("Escape");

        assertThat(page.locator(".sheet")).isHidden();
        assertThat(page.locator(".top summary")).isFocused();
    }

    @Test
    void announcesTheResultOfAnActionToScreenReaders() {
        browser.signIn("operator");
        browser.open("/jobs/1010");
        page.addInitScript("""
                addEventListener('DOMContentLoaded', () => {
                  window.announced = [];
                  new MutationObserver(() => announced.push(document.querySelector('main > .note').textContent.trim()))
                    .observe(document.querySelector('main'), { childList: true, characterData: true, subtree: true });
                });""");
        button("Hold").click();
        await().until(() -> (boolean) page.evaluate("(window.announced ?? []).some(text => text.length > 0)"));
        button("Release").click();
        assertThat(button("Hold")).isVisible();
    }

    @Test
    void aLongNameStaysWithinTheTable() {
        work.jdbcUpdate(
                "update customer set last_name = repeat('Wolfeschlegelsteinhausen', 4) where account_number = 'C-0000001'");
        browser.signIn("operator");
        for (int width : List.of(390, 768, 1280)) {
            browser.look(width, ColorScheme.LIGHT);
            browser.open("/customers");
            page.locator("main #query").fill("C-0000001");
            page.locator("main #query").press("Enter");
            assertThat(page.locator("tbody .name")).isVisible();
            // A locator sees the name before the style sheets are there, and without them nothing is wrapped.
            page.waitForLoadState(LoadState.LOAD);
            org.assertj.core.api.Assertions.assertThat((List<?>) page.evaluate("""
                            [...document.querySelectorAll('.card')].filter(it => it.scrollWidth > it.clientWidth)
                              .map(it => `${it.scrollWidth} of ${it.clientWidth}: ${it.textContent.trim()}`)"""))
                    .as("cards that are wider than the page at width %d", width)
                    .isEmpty();
        }
    }
}
