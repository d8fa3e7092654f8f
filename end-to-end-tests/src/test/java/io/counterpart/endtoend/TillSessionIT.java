package io.counterpart.endtoend;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.stack.client.DemoTokens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The session of a till ends, or seems to have ended, while its first clerk signs in. */
@Timeout(value = 120, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TillSessionIT extends Scenario {

    private static final String SESSION = "**/api/v1/session";
    private static final String ROBIN = "Robin Reyes";

    @Test
    void aSessionThatEndsBeforeTheFirstSignInIsOpenedAgain() {
        try (var till = new TillPage(stack.addresses().channel("harbor"))) {
            till.scan(DemoTokens.POS_HARBOR);
            assertThat(till.page().getByLabel(ROBIN)).isVisible();
            till.context().clearCookies();

            till.signIn(ROBIN, DemoTokens.PIN_OF_ROBIN);

            assertThat(till.context().cookies()).hasSize(1);
        }
    }

    /** Opening a session ends the one before it, so a second one would cost the clerk the sign-in. */
    @Test
    void aLateAnswerFromBeforeTheSessionOpensNoOther() {
        try (var till = TillPage.withVisibleRequests(stack.addresses().channel("harbor"))) {
            till.scan("");
            assertThat(till.page().locator("#token")).isVisible();
            List<Route> late = new ArrayList<>();
            var opened = new AtomicInteger();
            till.page().route(SESSION, route -> {
                if (route.request().method().equals("GET") && late.isEmpty()) {
                    late.add(route);
                } else {
                    opened.addAndGet(route.request().method().equals("POST") ? 1 : 0);
                    route.resume();
                }
            });
            till.page().evaluate("dispatchEvent(new Event('online'))");

            till.scan(DemoTokens.POS_HARBOR);
            assertThat(till.page().getByLabel(ROBIN)).isVisible();
            assertThat(late).hasSize(1);
            late.get(0).fulfill(new Route.FulfillOptions().setStatus(401).setBody("{}"));
            till.page().waitForTimeout(1_000);
            till.signIn(ROBIN, DemoTokens.PIN_OF_ROBIN);

            assertThat(opened).hasValue(1);
        }
    }
}
