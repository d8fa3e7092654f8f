package io.counterpart.hq.browser;

import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** Finding and editing a customer at HQ in the browser. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CustomerBrowserTests extends BrowserWalkthrough {

    @Test
    void editsProfileAddressAndContactOfACustomer() {
        browser.signIn("operator");
        browser.open("/customers");
        page.locator("main input[name=query]").fill("C-0000001");
        page.locator("main input[name=query]").press("Enter");
        page.locator("tbody a").first().click();

        fold("Edit", "#profile").click();
        page.getByLabel("Middle name").fill("Maria");
        button("Save changes").click();
        assertSaved();
        assertThat(page.locator("h1")).containsText("Maria");

        fold("Add address", "#addresses").click();
        Locator form = card("#addresses").locator("form").last();
        form.getByLabel("Street", new Locator.GetByLabelOptions().setExact(true))
                .fill("9 Mill Lane");
        form.getByLabel("City").fill("Station");
        button("Add address").click();
        assertSaved();
        assertThat(card("#addresses")).containsText("9 Mill Lane");

        fold("Add contact", "#contacts").click();
        page.getByLabel("Email or phone").last().fill("second@example.com");
        button("Add contact").click();
        assertSaved();
        assertThat(card("#contacts")).containsText("second@example.com");
        fold("Edit: second@example.com", "#contacts").click();
        button("Remove").click();
        assertSaved();
        assertThat(card("#contacts")).not().containsText("second@example.com");

        org.assertj.core.api.Assertions.assertThat(work.publishedTo("cdx.1010"))
                .last()
                .asString()
                .contains("9 Mill Lane", "Maria");
    }

    private void assertSaved() {
        assertThat(page.locator(".note.ok")).containsText("Saved. Channels will update shortly.");
        page.reload();
    }

    private Locator card(String heading) {
        return page.locator("section.card").filter(new Locator.FilterOptions().setHas(page.locator(heading)));
    }

    private Locator fold(String words, String heading) {
        return card(heading)
                .locator("summary")
                .filter(new Locator.FilterOptions().setHasText(words))
                .first();
    }
}
