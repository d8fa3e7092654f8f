package io.counterpart.hq.customer;

import java.util.List;
import java.util.UUID;

import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

import io.counterpart.contract.operation.CustomerOperation;
import io.counterpart.contract.operation.FieldChange;
import io.counterpart.contract.operation.OperationBody;
import io.counterpart.contract.order.CustomerOrder;
import io.counterpart.contract.realtime.CreateOrder;
import io.counterpart.contract.realtime.IssueLoyaltyCard;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

/** The page of a customer shows its edits with old and new values, all operations, orders and loyalty cards. */
@HqManualContext
class CustomerHistoryTests extends CustomerPageSupport {

    @Test
    void showsEditsOfChannelsAndOfHqWithOldAndNewValues() throws Exception {
        stage(2, new OperationBody.EditProfile(List.of(new FieldChange("phone", "+1 555 0100", "+1 555 0177"))));
        realTime(3, new OperationBody.SetAttributes(List.of(new FieldChange("shoeSize", 38, 39))));
        realTime(4, new OperationBody.SetAffiliations(List.of("VIP"), List.of("VIP", "CLUB")));
        post("", "email", "ann.lee@example.com");
        post("/blocked", "blocked", "true", "reason", "Unpaid invoices");

        assertThat(edits())
                .containsExactly(
                        "olga | HQ | Block Blocked: false → true Unpaid invoices",
                        "olga | HQ | Edit profile Email: ann@example.com → ann.lee@example.com",
                        "Channel user | HARBOR | Edit affiliations Affiliations: VIP → VIP, CLUB",
                        "Channel user | HARBOR | Edit attributes Attribute · shoeSize: 38 → 39",
                        "Channel user | HARBOR | Edit profile Phone: +1 555 0100 → +1 555 0177");
    }

    @Test
    void showsTheAddressThatAChannelRemoved() throws Exception {
        UUID address = UUID.fromString(
                work.texts("select address_id::text from customer_address").get(0));
        stage(2, new OperationBody.DeactivateAddress(address));

        assertThat(edits())
                .containsExactly("Channel user | HARBOR | Remove address Address: 1 Pier Road 98101 Harbor USA");
        assertThat(page().select("[aria-labelledby=edits] tbody del").text()).startsWith("1 Pier Road");
    }

    @Test
    void omitsWhatWasNotAppliedAndMarksWhatWasSuperseded() throws Exception {
        stage(2, new OperationBody.EditProfile(List.of(new FieldChange("phone", "+1 555 0100", "+1 555 0177"))));
        stage(3, new OperationBody.EditProfile(List.of(new FieldChange("firstName", "Ann", "x".repeat(101)))));
        work.jdbcUpdate("""
                insert into operation_attempt (recid, attempt, at, outcome, error_text)
                select recid, 1, now(), 'OVERRIDDEN', '[]' from async_operation where operation_number = 2
                """);

        assertThat(edits())
                .containsExactly(
                        "Channel user | HARBOR | Edit profile Superseded in part Phone: +1 555 0100 → +1 555 0177");

        String failed = work.texts("select operation_id::text from async_operation where operation_number = 3")
                .get(0);
        assertThat(client.post(bearer, "/api/v1/synchronization-operations/" + failed + "/ignore", """
                {"reason": "Typed by a cat"}"""))
                .hasStatusOk();
        assertThat(edits()).hasSize(1);
    }

    @Test
    void listsAllOperationsWithTheirStateAndLink() throws Exception {
        stage(2, new OperationBody.EditProfile(List.of(new FieldChange("firstName", "Ann", "x".repeat(101)))));
        stage(3, new OperationBody.EditProfile(List.of(new FieldChange("phone", "+1 555 0100", "+1 555 0177"))));
        work.jdbcUpdate("insert into realtime_operation values ('%s', '%s', 'online', 1, '2026-11-20T11:00:00Z')"
                .formatted(UUID.randomUUID(), customer));
        post("", "email", "ann.lee@example.com");

        Document page = page();
        assertThat(page.select("[aria-labelledby=acts] tbody tr").stream()
                        .map(row -> row.select("td").get(0).text() + " | "
                                + row.select("td").get(1).text() + " | "
                                + row.select("td").get(3).text()))
                .containsExactly(
                        "Edit profile · #1 | HQ | Succeeded Applied immediately",
                        "Edit profile · #3 | HARBOR | Blocked",
                        "Edit profile · #2 | HARBOR | Failed First name has more than 100 characters.",
                        "Create customer · #1 | HARBOR | Succeeded",
                        "– · #1 | online | Succeeded Applied immediately");
        assertThat(page.select("[aria-labelledby=acts] tbody a").eachAttr("href"))
                .containsExactlyElementsOf(work.texts(
                        "select '/synchronization/' || operation_id from async_operation order by recid desc"));
    }

    @Test
    void showsAnOperationThatIsAppliedAndUploadedOnce() throws Exception {
        CustomerOperation edit = realTime(
                2, new OperationBody.EditProfile(List.of(new FieldChange("phone", "+1 555 0100", "+1 555 0177"))));
        work.stage(List.of(edit));
        work.synchronize();

        assertThat(page().select("[aria-labelledby=acts] tbody tr")).hasSize(2);
        assertThat(edits()).hasSize(1);
    }

    @Test
    void limitsTheListsAndLinksToTheRest() throws Exception {
        work.jdbcUpdate("""
                insert into realtime_operation (id, async_customer_id, channel_database, operation_number, applied_at, payload)
                select gen_random_uuid(), '%s', 'online', n, now(), json_build_object('channel', 'ONLINE', 'occurredAt', now(),
                  'body', json_build_object('kind', 'EDIT_PROFILE', 'changes', json_build_array()))
                from generate_series(1, 120) n
                """.formatted(customer));

        Document page = page();

        assertThat(page.select("[aria-labelledby=acts] tbody tr")).hasSize(100);
        assertThat(page.select("[aria-labelledby=edits] tbody tr")).hasSize(100);
        assertThat(page.select("[aria-labelledby=acts] .hint").text())
                .isEqualTo("Only the newest 100 are shown. View all operations");
        assertThat(page.select("[aria-labelledby=acts] .hint a").attr("href"))
                .isEqualTo("/synchronization?q=C-0000001");
    }

    @Test
    void listsOrdersAndLoyaltyCards() throws Exception {
        assertThat(page().text()).contains("No orders.", "No loyalty cards.");

        var lines =
                List.of(new CustomerOrder.Line("Anchor", "2", "49.95"), new CustomerOrder.Line("Rope", "1.5", "10"));
        order(new CustomerOrder(UUID.randomUUID(), "USD", lines, null));
        order(new CustomerOrder(
                UUID.randomUUID(), "USD", List.of(new CustomerOrder.Line("Sail", "1e3", "1")), "Large"));
        var card = new IssueLoyaltyCard(UUID.randomUUID(), "harbor", "HARBOR", customer);
        assertThat(client.post(harbor, "/realtime/v1/loyalty-cards", work.json(card)))
                .hasStatusOk();

        work.jdbcUpdate("update sales_order set cancelled_at = now(), cancellation_reason = 'Too long'"
                + " where order_number = 'SO-0000002'");
        Document page = page();
        assertThat(page.select("[aria-labelledby=sales] tbody tr:contains(SO-0000002)")
                        .text())
                .contains("Cancelled", "Too long");
        assertThat(page.select("[aria-labelledby=sales] tbody tr:contains(SO-0000001)")
                        .text())
                .doesNotContain("Cancelled");
        assertThat(page.select("[aria-labelledby=sales] tbody tr").stream()
                        .map(row -> row.select("td:not(:has(time))").text()))
                .containsExactlyInAnyOrder("SO-0000001 HARBOR 2 114.90 USD", "HARBOR 1 –", "LC-0000001 HARBOR");
    }

    @Test
    void aCustomerWithoutAccountNumberHasNoForms() throws Exception {
        UUID pending = UUID.randomUUID();
        work.stage(List.of(OperationFixtures.creation(pending)));

        Document page = page("/customers/" + pending, "OPERATOR");

        assertThat(page.select("h1").text()).contains("Lee");
        assertThat(page.select("main form")).isEmpty();
        assertThat(page.select("main").text()).contains("Pending sync").doesNotContain("null", "Converted:");
    }

    private List<String> edits() throws Exception {
        return page().select("[aria-labelledby=edits] tbody tr").stream()
                .map(row -> row.select("td").get(1).text() + " | "
                        + row.select("td").get(2).text() + " | "
                        + row.select("td").get(3).text())
                .toList();
    }

    private void stage(int number, OperationBody body) {
        work.stage(List.of(OperationFixtures.operation(customer, "harbor", number, body)));
        work.synchronize();
    }

    private CustomerOperation realTime(int number, OperationBody body) {
        CustomerOperation operation = OperationFixtures.operation(customer, "harbor", number, body);
        assertThat(client.post(harbor, "/realtime/v1/operations", work.json(operation)))
                .hasStatusOk();
        return operation;
    }

    private void order(CustomerOrder order) {
        assertThat(client.post(
                        harbor, "/realtime/v1/orders", work.json(new CreateOrder("harbor", "HARBOR", customer, order))))
                .hasStatusOk();
    }
}
