package io.counterpart.hq.duplicatepair;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.hq.testing.HqManualContext;

import static org.assertj.core.api.Assertions.assertThat;

@HqManualContext
class DuplicateDecisionIT extends DuplicatePairSupport {

    private static final String NOT_SAME = "{\"decision\": \"NOT_SAME\", \"reason\": \" Twins \"}";

    @Test
    void listsTheBestFirstInPagesAndByReasonAndChannel() {
        convert(
                person("Ann", null, "555 0100"),
                personOf("online", "Bob", null, "5550100"),
                person("Cid", "c@example.com", null),
                person("Dan", "c@example.com", null));
        pass();

        List<Integer> scores = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = work.tree(client.get(api, PATH + "?limit=1" + cursor));
            scores.add(page.path("items").path(0).path("score").asInt());
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        assertThat(scores).containsExactly(90, 60);

        assertThat(items("?reason=EMAIL")).hasSize(1);
        assertThat(items("?reason=NAME_AND_POSTCODE")).isEmpty();
        assertThat(items("?channel=ONLINE"))
                .singleElement()
                .satisfies(pair -> assertThat(pair.path("score").asInt()).isEqualTo(60));
        assertThat(items("?channel=STATION")).isEmpty();
        assertThat(client.get(api, PATH + "?limit=0")).hasStatus(422);
    }

    @Test
    void whatAPersonDecidedIsNeverAskedAgain() {
        var ann = person("Ann", "ann@example.com", null);
        convert(ann, person("Bob", "ann@example.com", null));
        pass();
        String decision = PATH + "/" + id() + "/decision";

        assertThat(client.post(api, PATH + "/999999999/decision", NOT_SAME)).hasStatus(404);
        assertThat(client.post(api, decision, "{}")).hasStatus(422);
        assertThat(client.post(api, decision, NOT_SAME.replace("Twins", "x".repeat(401))))
                .hasStatus(422);
        assertThat(pairs()).containsExactly("90 EMAIL OPEN");
        for (int time = 0; time < 2; time++) {
            assertThat(client.post(api, decision, NOT_SAME))
                    .hasStatusOk()
                    .bodyJson()
                    .isLenientlyEqualTo("""
                    {"status": "NOT_SAME", "decidedBy": "test", "decisionReason": "Twins"}
                    """);
        }

        pass();
        changeEmail(ann.asyncCustomerId(), 2, "ann@example.com", "other@example.com");
        pass();
        changeEmail(ann.asyncCustomerId(), 3, "other@example.com", "ann@example.com");
        pass();

        assertThat(pairs()).containsExactly("90 EMAIL NOT_SAME");
        assertThat(items("")).isEmpty();
        assertThat(items("?status=NOT_SAME")).hasSize(1);
        assertThat(work.texts("""
                        select actor || ' ' || subject || ' ' || detail::text from audit_entry where action = 'not-same'
                        """))
                .singleElement()
                .asString()
                .startsWith("test ")
                .contains("C-0000001", "C-0000002", "Twins");
    }

    @Test
    void whoWasCreatedAsANewCustomerByAPersonIsNoPossibleDuplicateOfTheOthers() {
        convert(person("Ann", "ann@example.com", null));
        work.jdbcUpdate("update duplicate_policy set mode = 'FLAG'");
        var bob = person("Bob", "ann@example.com", null);
        convert(bob);
        assertThat(client.post(
                        api,
                        "/api/v1/synchronization-operations/" + bob.operationId() + "/synchronize",
                        "{\"createAnyway\": true}"))
                .hasStatusOk();
        work.jdbcUpdate("update duplicate_policy set mode = 'OFF'");
        convert(person("Cid", "ann@example.com", null));

        pass();

        assertThat(work.count("customer")).isEqualTo(3);
        assertThat(pairs()).containsExactlyInAnyOrder("90 EMAIL NOT_SAME", "90 EMAIL OPEN", "90 EMAIL OPEN");
        assertThat(work.texts("select decided_by from duplicate_pair where status = 'NOT_SAME'"))
                .containsExactly("test");
    }

    @Test
    void aPairWithABlockedCustomerIsNotListedEvenBeforeTheNextScan() {
        var ann = person("Ann", "ann@example.com", null);
        convert(ann, person("Bob", "ann@example.com", null));
        pass();
        assertThat(items("")).hasSize(1);

        work.jdbcUpdate(
                "update customer set blocked = true where async_customer_id = '%s'".formatted(ann.asyncCustomerId()));

        assertThat(items("")).isEmpty();
    }

    private JsonNode items(String query) {
        return work.tree(client.get(api, PATH + query)).path("items");
    }

    private String id() {
        return items("").path(0).path("id").asString();
    }
}
