package io.counterpart.hq.browser;

import java.util.List;
import java.util.concurrent.TimeUnit;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
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
        page.locator("main #query").fill("C-0000001");
        page.locator("main #query").press("Enter");
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

    @Test
    void blocksACustomerWithAReasonAndUnblocksIt() {
        browser.signIn("operator");
        browser.open("/customers/C-0000001");
        fold("Block customer", "#blocking").click();
        page.getByLabel("Reason").fill("Unpaid invoices");
        card("#blocking").locator("form button").click();
        assertSaved();
        assertThat(page.locator(".head .tag.bad")).hasText("Blocked");
        assertThat(card("#blocking")).containsText("Unpaid invoices");
        assertThat(card("#edits").locator("tbody tr").first()).containsText("operator");

        fold("Unblock customer", "#blocking").click();
        page.getByLabel("Reason").fill("Paid");
        card("#blocking").locator("form button").click();
        assertSaved();
        assertThat(page.locator(".head .tag.bad")).hasCount(0);
    }

    @Test
    void editsAffiliationsAndAttributesAsTheyAreDefined() {
        browser.signIn("operator");
        browser.open("/customers/C-0000001");
        fold("Edit affiliations", "#more").click();
        page.getByLabel("CLUB").check();
        page.getByLabel("VIP").uncheck();
        button("Save affiliations").click();
        assertSaved();
        assertThat(card("#more").locator("dl")).containsText("CLUB");

        fold("Edit attributes", "#more").click();
        page.getByLabel("Newsletter").selectOption("Yes");
        page.getByLabel("Shoe size").fill("large");
        button("Save attributes").click();
        assertThat(page.locator(".fault")).hasText("Attribute “shoeSize” doesn’t accept this value.");
        assertThat(page.getByLabel("Shoe size")).hasValue("large");
        assertThat(page.getByLabel("Newsletter")).hasValue("true");
        page.getByLabel("Shoe size").fill("39");
        button("Save attributes").click();
        assertSaved();

        assertThat(card("#edits").locator("tbody tr").first()).containsText("38 → 39");
        org.assertj.core.api.Assertions.assertThat(
                        work.texts(
                                "select affiliations::text || (attributes ->> 'shoeSize') from customer where account_number = 'C-0000001'"))
                .containsExactly("{CLUB}39");
    }

    @Test
    void keepsTheReasonAfterAConcurrentChange() {
        browser.signIn("operator");
        browser.open("/customers/C-0000001");
        work.jdbcUpdate("update customer set version = version + 1 where account_number = 'C-0000001'");
        fold("Block customer", "#blocking").click();
        page.getByLabel("Reason").fill("Unpaid invoices");
        card("#blocking").locator("form button").click();

        assertThat(page.getByRole(AriaRole.ALERT)).containsText("Another user has changed this customer");
        assertThat(page.getByLabel("Reason")).hasValue("Unpaid invoices");
        card("#blocking").locator("form button").click();
        assertSaved();
    }

    @Test
    void aCompletePageOfACustomerIsReadableInEverySize() {
        work.jdbcUpdate("""
                insert into sales_order (order_id, order_number, async_customer_id, channel, channel_database,
                  currency_code, lines, ordered_at, created_at)
                select gen_random_uuid(), 'SO-0000001', async_customer_id, 'HARBOR', 'harbor', 'USD',
                  '[{"item": "Anchor", "quantity": "2", "price": "49.95"}]', now(), now()
                from customer where account_number = 'C-0000001'
                """);
        work.jdbcUpdate("""
                insert into loyalty_card (request_id, card_number, async_customer_id, channel, channel_database, issued_at)
                select gen_random_uuid(), 'LC-0000001', async_customer_id, 'HARBOR', 'harbor', now()
                from customer where account_number = 'C-0000001'
                """);
        browser.signIn("operator");
        browser.open("/customers/C-0000001");
        fold("Block customer", "#blocking").click();
        fold("Edit affiliations", "#more").click();
        fold("Edit attributes", "#more").click();
        assertThat(card("#sales")).containsText("99.90 USD");
        for (int width : List.of(320, 768, 1280, 1920)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                browser.look(width, scheme);
                org.assertj.core.api.Assertions.assertThat(
                                new AxeBuilder(page).analyze().getViolations())
                        .as("%d %s", width, scheme)
                        .isEmpty();
            }
            org.assertj.core.api.Assertions.assertThat(
                            page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("width %d", width)
                    .isEqualTo(true);
        }
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
