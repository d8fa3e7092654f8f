package io.counterpart.hq.browser;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.testsupport.http.CompressedResponse;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The page of the API documentation works under its content security policy, and is signed in on a demonstration. */
@HqBrowserContext
@Timeout(value = 90, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class DocumentationBrowserTests extends BrowserWalkthrough {

    private static final String TOKEN = "Bearer local-hq-admin";

    @Test
    void showsTheOperationsAndSendsARequest() {
        // The demo scenario deletes the demo tokens.
        work.jdbcUpdate("delete from device_token");
        work.token(TOKEN.replace("Bearer ", ""), TokenRole.HQ_API, null);
        List<String> errors = new CopyOnWriteArrayList<>();
        List<String> addresses = new CopyOnWriteArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onRequest(request -> addresses.add(request.url()));

        browser.open("/docs");
        Locator operation = page.locator("#operations-Administration-listFeatures");
        operation.locator("button").first().click();
        operation.locator("button.execute").click();

        assertThat(operation
                        .locator(".live-responses-table tr.response td.response-col_status")
                        .first())
                .containsText("200");
        org.assertj.core.api.Assertions.assertThat(errors).isEmpty();
        org.assertj.core.api.Assertions.assertThat(addresses)
                .filteredOn(address -> !address.startsWith("data:"))
                .allMatch(address -> address.startsWith("http://127.0.0.1:" + port + "/"));
    }

    @Test
    void isCompressed() {
        var style = CompressedResponse.get(port, "/swagger-ui/swagger-ui.css", TOKEN);

        org.assertj.core.api.Assertions.assertThat(style.isCompressed()).isTrue();
    }
}
