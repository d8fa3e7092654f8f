package io.counterpart.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.stack.client.DemoTokens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** A new version of the till application arrives while the queue of the till is full. */
@Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TillUpdateIT extends Scenario {

    private final String name = "U" + Long.toString(System.nanoTime(), 36);
    private final AdministrationFixture administration = new AdministrationFixture(stack);

    @SuppressWarnings("NullAway.Init") // created before each test
    private NewVersionProxy proxy;

    @SuppressWarnings("NullAway.Init") // created before each test
    private TillPage till;

    @BeforeEach
    void openTheTill() throws IOException {
        administration.featureEverywhere("async-customer-editing", true);
        proxy = new NewVersionProxy(stack.addresses().channel("harbor"));
        till = new TillPage(proxy.address()).open(DemoTokens.POS_HARBOR);
        till.installed();
    }

    @AfterEach
    void close() throws IOException {
        till.close();
        proxy.close();
        administration.close();
    }

    @Test
    void theQueueIsSentOnceByTheNewVersion() throws IOException {
        till.status();
        assertThat(till.page().locator(".status")).not().containsText(NewVersionProxy.VERSION);
        till.button("Go offline").click();
        List<UUID> created = List.of(till.create("Ann", name), till.create("Ben", name), till.create("Cleo", name));
        till.changePhone("+1 555 0142");
        till.show(created.get(0), "Ann " + name);
        till.changePhone("+1 555 0143");
        assertThat(till.waiting()).isEqualTo(5);

        // The files arrive, and then nothing does any more.
        proxy.publish();
        till.page().evaluate("navigator.serviceWorker.getRegistration().then(it => it.update()).then(() => true)");
        assertThat(till.page().locator(".banners")).containsText("A new version of the till is ready");
        till.context().setOffline(true);
        till.button("Restart now").click();
        till.enter("Robin Reyes", DemoTokens.PIN_OF_ROBIN);
        assertThat(till.page().locator("main h1")).hasText("Ann " + name);

        till.status();
        assertThat(till.page().locator(".status")).containsText(NewVersionProxy.VERSION);
        assertThat(till.page().locator(".queue li")).hasCount(5);
        assertThat(namesakesAtHq()).isZero();
        till.context().setOffline(false);
        till.button("Go online").click();

        eventually().until(() -> till.waiting() == 0);
        for (UUID customer : created) {
            accountNumberOf(stack.harbor(), customer);
            assertThat(customersAtHq(customer)).isOne();
        }
        eventually().until(() -> phoneAtHq(created.get(2)).equals(List.of("+1 555 0142")));
        eventually().until(() -> phoneAtHq(created.get(0)).equals(List.of("+1 555 0143")));
        assertThat(namesakesAtHq()).isEqualTo(3);
        assertThat(operationsAtHq(created)).isEqualTo(5);
    }

    private List<String> phoneAtHq(UUID customer) {
        return databases.query("hq", "select phone from customer where async_customer_id = ?", customer);
    }

    private long operationsAtHq(List<UUID> customers) {
        return databases.count("hq", "select count(*) from async_operation where async_customer_id = any(?)", (Object)
                customers.toArray(UUID[]::new));
    }

    private long namesakesAtHq() {
        return databases.count("hq", "select count(*) from customer where last_name = ?", name);
    }
}
