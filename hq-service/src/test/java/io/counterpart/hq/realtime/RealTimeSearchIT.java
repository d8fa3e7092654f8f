package io.counterpart.hq.realtime;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.OperationFixtures;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class RealTimeSearchIT extends RealTimeOrderSupport {

    @Test
    void findsPendingCustomersAndNeverBoth() {
        work.stage(List.of(OperationFixtures.creation(customer)));
        assertThat(find("lee ann")).bodyJson().isLenientlyEqualTo("""
                {"customers": [{"asyncCustomerId": "%s", "accountNumber": null, "syncStatus": "PENDING_SYNC"}]}
                """.formatted(customer));

        work.synchronize();

        assertThat(find("lee ann"))
                .bodyJson()
                .extractingPath("$.customers.length()")
                .isEqualTo(1);
        assertThat(find(customer.toString())).bodyJson().isLenientlyEqualTo("""
                {"customers": [{"accountNumber": "C-0000001", "syncStatus": "SYNCED"}]}
                """);
    }

    @Test
    void findsWithoutRegardToCaseAndAccentsAndPageByPage() {
        work.stage(Stream.generate(() -> OperationFixtures.creation(
                        UUID.randomUUID(), OperationFixtures.profile("Zoë", "Müller", "zoe@example.com"), null))
                .limit(5)
                .toList());
        work.synchronize();

        var first = find(Map.of("query", "MULLER zo", "limit", 3));
        String cursor = work.tree(first).path("nextCursor").asString("");

        assertThat(first).bodyJson().extractingPath("$.customers.length()").isEqualTo(3);
        assertThat(find(Map.of("query", "MULLER zo", "limit", 3, "cursor", cursor)))
                .bodyJson()
                .isLenientlyEqualTo("{\"nextCursor\": null}")
                .extractingPath("$.customers.length()")
                .isEqualTo(2);
    }

    @Test
    void findsByCriteriaEachInItsField() {
        var other = UUID.randomUUID();
        work.stage(List.of(
                OperationFixtures.creation(
                        customer, OperationFixtures.profile("Zoë", "Müller", "zoe@example.com"), null),
                OperationFixtures.creation(
                        other, OperationFixtures.profile("Max", "Other", "zoe.muller@example.com"), null)));
        assertThat(foundBy(Map.of("name", "zoe"))).containsExactly(customer.toString());

        work.synchronize();

        assertThat(foundBy(Map.of("name", "zoe"))).containsExactly(customer.toString());
        assertThat(foundBy(Map.of("email", "zoe"))).containsExactlyInAnyOrder(customer.toString(), other.toString());
        assertThat(foundBy(Map.of("email", "zoe", "name", "other"))).containsExactly(other.toString());
        assertThat(foundBy(Map.of("name", "zoe", "postcode", "981-01"))).containsExactly(customer.toString());
        assertThat(foundBy(Map.of("name", "zoe", "postcode", "98102"))).isEmpty();
        assertThat(foundBy(Map.of("accountNumber", "c-0000001"))).hasSize(1);
        assertThat(foundBy(Map.of("accountNumber", "c-0000001", "name", "nobody")))
                .isEmpty();
        assertThat(foundBy(Map.of("loyaltyCard", "LC-0000001"))).isEmpty();
    }

    @Test
    void findsByALoyaltyCard() {
        work.stage(List.of(OperationFixtures.creation(customer)));
        work.synchronize();
        work.jdbcUpdate(
                "insert into loyalty_card"
                        + " (request_id, card_number, async_customer_id, channel, channel_database, issued_at)"
                        + " select gen_random_uuid(), 'LC-0000777', async_customer_id, 'HARBOR', 'harbor', now() from customer");

        assertThat(foundBy(Map.of("loyaltyCard", "LC-0000777"))).containsExactly(customer.toString());
        assertThat(foundBy(Map.of("loyaltyCard", "LC-0000777", "name", "nobody")))
                .isEmpty();
    }

    @Test
    void refusesCriteriaThatAreTooLong() {
        assertThat(find(Map.of("query", "", "criteria", Map.of("email", "x".repeat(256)))))
                .hasStatus(422);
    }

    private List<String> foundBy(Map<String, String> criteria) {
        return work.tree(find(Map.of("query", "", "criteria", criteria)))
                .path("customers")
                .valueStream()
                .map(found -> found.path("asyncCustomerId").asString())
                .toList();
    }

    private MvcTestResult find(String query) {
        return find(Map.of("query", query));
    }

    private MvcTestResult find(Map<String, Object> query) {
        return client.post(harbor, "/realtime/v1/customers/search", work.json(query));
    }
}
