package io.counterpart.hq.browser;

import java.nio.file.Path;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import io.counterpart.hq.testing.TestDriver;
import io.counterpart.testsupport.browser.ChromiumBrowser;
import io.counterpart.testsupport.browser.Screenshots;

/** Base class of tests that use HQ's pages in a browser, with the data of the demo scenario. */
abstract class BrowserWalkthrough {

    @LocalServerPort
    int port;

    @Autowired
    DemoScenario demo;

    @Autowired
    TestDriver work;

    @Autowired
    JdbcClient jdbc;

    Screenshots browser;
    Page page;

    @BeforeEach
    void open() {
        // Pages that refresh themselves do so every five seconds.
        PlaywrightAssertions.setDefaultAssertionTimeout(15_000);
        browser = new Screenshots(
                ChromiumBrowser.browser(), "http://127.0.0.1:" + port, 1280, ColorScheme.LIGHT, Path.of("target"));
        page = browser.page();
        demo.create();
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** The ID of the operation that failed because of a missing name. */
    String nameless() {
        return work.texts("""
                        select operation_id::text from async_operation join open_operation using (recid)
                        where error_code = 'name-required'
                        """).get(0);
    }

    Locator link(String words) {
        return page.locator(".note")
                .filter(new Locator.FilterOptions().setHasText(words))
                .getByRole(AriaRole.LINK);
    }

    Locator button(String name) {
        return page.getByRole(AriaRole.BUTTON, named(name)).first();
    }

    static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name);
    }
}
