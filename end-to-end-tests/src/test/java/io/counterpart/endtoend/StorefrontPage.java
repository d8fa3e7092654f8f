package io.counterpart.endtoend;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;

import io.counterpart.stack.LocalStack;
import io.counterpart.testsupport.browser.ChromiumBrowser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The storefront in the browser of one person, with the pages of the identity provider. */
final class StorefrontPage implements AutoCloseable {

    private static final double PATIENCE_MILLIS = 40_000;
    private static final String PASSWORD = "correct horse";

    private final LocalStack stack;
    private final BrowserContext context;
    private final Page page;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
    }

    StorefrontPage(LocalStack stack) {
        this.stack = stack;
        this.context = ChromiumBrowser.browser()
                .newContext(new Browser.NewContextOptions().setLocale("en-US").setViewportSize(1024, 768));
        context.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    /** Registers with the identity provider and comes back; the email is not confirmed. */
    void register(String email, String firstName, String lastName) {
        fillRegistration(email, firstName, lastName);
        signInAtTheProvider(email);
    }

    /** Fills the form of the identity provider, and stays there. */
    void fillRegistration(String email, String firstName, String lastName) {
        open("signup");
        page.getByText("Sign up or sign in").click();
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Register"))
                .click();
        page.getByLabel("First name").fill(firstName);
        page.getByLabel("Last name").fill(lastName);
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        button("Register").click();
        assertThat(page.getByRole(AriaRole.STATUS)).isVisible();
    }

    private void signInAtTheProvider(String email) {
        page.getByLabel("Email").fill(email);
        page.getByLabel("Password").fill(PASSWORD);
        button("Sign in").click();
        assertThat(page.locator("main h1")).hasText("Confirm your email");
    }

    /** Opens the link in the mail, and continues with the sign-up. */
    void confirm(String email) {
        Page mails = context.newPage();
        mails.navigate(stack.addresses().identityProvider().resolve("/outbox").toString());
        mails.locator("a[data-to='%s']".formatted(email)).first().click();
        assertThat(mails.locator("h1")).hasText("Your email is confirmed");
        mails.close();
        page.getByText("I have confirmed my email").click();
        assertThat(page.locator("main h1")).hasText("Almost done");
    }

    /** Sends the sign-up, and returns the ID of the customer. */
    UUID create() {
        button("Create account").click();
        assertThat(page.locator("main h1")).containsText("Hello");
        return UUID.fromString(Objects.requireNonNull(session().get("customer")).toString());
    }

    void open(String path) {
        page.navigate(stack.addresses().channel("online").resolve("/" + path).toString());
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    Locator notice() {
        return page.locator(".notice");
    }

    Locator section(String name) {
        return page.locator("section." + name);
    }

    /** What a script in the page learns about the session. */
    @SuppressWarnings("unchecked") // The answer is a JSON object.
    Map<String, Object> session() {
        return (Map<String, Object>) page.evaluate("fetch('storefront/session').then(answer => answer.json())");
    }

    /** The status of a request of a script in the page, as the customer. */
    int status(String method, String path, String body) {
        return (Integer) page.evaluate("""
                ([method, path, body]) => fetch(path, {
                  method,
                  headers: { 'Counterpart-Session': 'customer', 'Content-Type': 'application/json' },
                  body: body || undefined,
                }).then(answer => answer.status)
                """, java.util.List.of(method, path, body));
    }

    @Override
    public void close() {
        context.close();
    }
}
