package io.counterpart.endtoend;

import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import io.counterpart.stack.client.DemoTokens;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The till in a browser while the channel service cannot be reached, and afterwards. */
@Timeout(value = 240, unit = TimeUnit.SECONDS, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class TillOfflineIT extends Scenario {

    private static final String UPLOADS = "**/api/v1/offline-uploads";

    private final String name = "T" + Long.toString(System.nanoTime(), 36);
    private final AdministrationFixture administration = new AdministrationFixture(stack);

    @SuppressWarnings("NullAway.Init") // created before each test
    private TillPage till;

    @BeforeEach
    void openTheTill() throws IOException {
        administration.featureEverywhere("async-customer-editing", true);
        till = new TillPage(stack.addresses().channel("harbor"));
    }

    @AfterEach
    void close() throws IOException {
        till.close();
        administration.close();
    }

    @Test
    void whatWasDoneOfflineArrivesOnceAfterThePageWasClosedAndOpened() throws IOException {
        till.open(DemoTokens.POS_HARBOR).installed();
        till.offline(true);
        List<UUID> created = List.of(till.create("Ann", name), till.create("Ben", name), till.create("Cleo", name));
        till.changePhone("+1 555 0142");
        till.show(created.get(0), "Ann " + name);
        till.changePhone("+1 555 0143");
        assertThat(till.number()).containsText("Pending sync");
        till.find("Ben " + name);
        assertThat(till.results()).hasCount(1);
        assertThat(till.waiting()).isEqualTo(5);

        till.reopen();
        assertThat(till.page().locator(".pill")).hasText("Offline");
        till.status();
        assertThat(till.page().locator(".queue li")).hasCount(5);
        till.offline(false);

        eventually().until(() -> till.waiting() == 0);
        for (UUID customer : created) {
            accountNumberOf(stack.harbor(), customer);
            assertThat(customersAtHq(customer)).isOne();
        }
        eventually().until(() -> phoneOf(created.get(2)).equals("+1 555 0142"));
        assertThat(phoneOf(created.get(0))).isEqualTo("+1 555 0143");
        assertThat(namesakesAtHq()).isEqualTo(3);
    }

    @Test
    void anUploadWhoseAnswerWasLostIsSentAgainAndCreatesNoTwin() {
        watchRequests();
        till.open(DemoTokens.POS_HARBOR);
        var sent = new AtomicInteger();
        till.context().route(UPLOADS, route -> {
            // The service gets the first upload, but the till does not get its answer.
            if (sent.getAndIncrement() == 0) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });

        UUID ann = till.create("Ann", name);

        eventually().until(() -> till.waiting() == 0);
        assertThat(sent.get()).isGreaterThan(1);
        accountNumberOf(stack.harbor(), ann);
        assertThat(namesakesAtHq()).isOne();
    }

    @Test
    void twoTabsOfOneTillSendEachOperationOnce() {
        watchRequests();
        till.open(DemoTokens.POS_HARBOR);
        var uploaded = new AtomicInteger();
        till.context().onRequest(request -> {
            if (request.url().endsWith("/offline-uploads")) {
                uploaded.addAndGet(request.postData().split("\"operationId\"", -1).length - 1);
            }
        });
        Page other = till.otherTab();
        till.offline(true);
        till.create("Ann", name);
        till.create("Ben", name);
        assertThat(other.locator("nav .count")).hasText("2");

        till.offline(false);

        eventually().until(() -> till.waiting() == 0);
        assertThat(other.locator("nav .count")).hasCount(0);
        eventually().until(() -> namesakesAtHq() == 2);
        assertThat(uploaded.get()).isEqualTo(2);
    }

    @Test
    void aRefusedCreationIsFixedAndBlocksNoOther() {
        till.open(DemoTokens.POS_HARBOR).installed();
        till.offline(true);
        till.page().keyboard().press("F2");
        till.dialog().getByLabel("Last name").fill(name);
        till.dialog().getByText("Language, currency, receipts").click();
        // No currency, which is the one fault that the till does not see.
        till.dialog().getByLabel("Currency").fill("ZZZ");
        till.save("Create customer");
        UUID refused = till.shownCustomer();
        UUID other = till.create("Ben", name);
        till.offline(false);

        eventually().until(() -> customersAtHq(other) == 1);
        till.status();
        assertThat(till.page().locator(".queue li")).hasCount(1);
        assertThat(till.page().locator(".queue li .badge")).hasText("Refused");
        assertThat(till.accessibilityFaults()).isEmpty();
        till.button("Fix").click();
        assertThat(till.dialog()).containsText("Enter a currency code");
        till.dialog().getByLabel("Currency").fill("USD");
        till.save("Create customer");

        accountNumberOf(stack.harbor(), refused);
        assertThat(till.waiting()).isZero();
        assertThat(namesakesAtHq()).isEqualTo(2);
    }

    @Test
    void aChannelWithFilteredTablesRefusesOfflineCreationWithTheReason() throws IOException {
        administration.filterSharedCustomerDataTables(true);
        till.open(DemoTokens.POS_HARBOR).installed();
        UUID online = till.create("Ann", name);
        assertThat(stack.harbor().get(online.toString()).status()).isEqualTo(200);

        till.offline(true);
        till.find("Ben");

        assertThat(till.button("New customer")).hasAttribute("aria-disabled", "true");
        assertThat(till.page().locator(".find .why")).containsText("filters shared customer data tables");
    }

    private void watchRequests() {
        till.close();
        till = TillPage.withVisibleRequests(stack.addresses().channel("harbor"));
    }

    private String phoneOf(UUID customer) throws IOException {
        return stack.harbor().get(customer.toString()).text("phone").orElse("");
    }

    private long namesakesAtHq() {
        return databases.count("hq", "select count(*) from customer where last_name = ?", name);
    }
}
