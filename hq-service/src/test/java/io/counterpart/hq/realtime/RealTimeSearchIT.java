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

    private MvcTestResult find(String query) {
        return find(Map.of("query", query));
    }

    private MvcTestResult find(Map<String, Object> query) {
        return client.post(harbor, "/realtime/v1/customers/search", work.json(query));
    }
}
