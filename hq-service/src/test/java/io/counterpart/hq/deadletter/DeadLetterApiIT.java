package io.counterpart.hq.deadletter;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;

import io.counterpart.contract.configuration.TokenRole;
import io.counterpart.hq.testing.ApiClient;
import io.counterpart.hq.testing.HqManualContext;
import io.counterpart.hq.testing.TestDriver;

import static io.counterpart.hq.deadletter.DeadLetterFixtures.P_0001;
import static io.counterpart.hq.deadletter.DeadLetterFixtures.WRONG_SIGNATURE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Dead letters over REST: groups, bulk retry and bulk discard. */
@HqManualContext
@Import(DeadLetterBroker.class)
class DeadLetterApiIT {

    private static final String API = "/api/v1/dead-letters";

    @Autowired
    ApiClient client;

    @Autowired
    DeadLetterBroker broker;

    @Autowired
    TestDriver work;

    private String bearer = "";

    @BeforeEach
    void clear() {
        work.clear();
        DeadLetterFixtures.clear(work);
        broker.reset();
        bearer = work.bearer(TokenRole.HQ_API, null);
        DeadLetterFixtures.add(work, P_0001, WRONG_SIGNATURE, 3);
    }

    @Test
    void listsGroupsWithTheirCauseInWords() {
        DeadLetterFixtures.add(work, "cdx.1010", "Unbearable: the database rejected a value (SQLSTATE 22001)", 1);

        assertThat(client.get(bearer, API + "/groups")).hasStatusOk().bodyJson().isLenientlyEqualTo("""
                {"items": [
                  {"cause": "SIGNATURE_WRONG", "topic": "cdx.p-0001", "description": "The signature is wrong",
                   "letters": 3, "open": 3, "retryable": true, "channelDatabases": ["harbor"], "channels": ["HARBOR"]},
                  {"cause": "DATABASE_REJECTED", "topic": "cdx.1010", "open": 1, "retryable": false,
                   "description": "The database cannot store a value of the message", "channels": []}]}
                """);
    }

    @Test
    void listsDeadLettersInPagesWithoutTheMessage() {
        JsonNode page = work.tree(client.get(bearer, API + "?cause=SIGNATURE_WRONG&topic=cdx.p-0001&limit=2"));
        MvcTestResult next = client.get(
                bearer,
                API + "?cause=SIGNATURE_WRONG&topic=cdx.p-0001&limit=2&cursor="
                        + page.path("nextCursor").asString());

        assertThat(page.path("items").size()).isEqualTo(2);
        assertThat(page.at("/items/0/reason").asString()).isEqualTo(WRONG_SIGNATURE);
        assertThat(page.at("/items/0").has("text")).isFalse();
        assertThat(work.tree(next).path("items").size()).isEqualTo(1);
        assertThat(client.get(bearer, API + "?cause=NONE")).hasStatus4xxClientError();
    }

    @Test
    void requeuesAGroupOnceAndShowsTheProgress() {
        String request = request("Token replaced");

        MvcTestResult first = client.post(bearer, API + "/groups/retry", request);
        String id = work.tree(first).path("id").asString();
        await().until(() -> work.tree(client.get(bearer, API + "/retries/" + id))
                .path("status")
                .asString()
                .equals("FINISHED"));
        MvcTestResult second = client.post(bearer, API + "/groups/retry", request);

        assertThat(first).hasStatus(HttpStatus.ACCEPTED);
        assertThat(second).hasStatus(HttpStatus.ACCEPTED).bodyJson().isLenientlyEqualTo("{\"letters\": 0}");
        assertThat(work.tree(second).hasNonNull("id")).isFalse();
        assertThat(client.get(bearer, API + "/retries/" + id))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"total\": 3, \"done\": 3, \"reason\": \"Token replaced\"}");
        assertThat(broker.sentKeys()).hasSize(3);
        assertThat(work.texts("select actor || ' ' || actor_type || ' ' || action || ' ' || (detail ->> 'letters')"
                        + " from audit_entry"))
                .containsExactly("test TOKEN requeue-all 3");
    }

    @Test
    void discardsAGroupOnce() {
        String request = request("A test of signatures");

        assertThat(client.post(bearer, API + "/groups/discard", request))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"letters\": 3}");
        assertThat(client.post(bearer, API + "/groups/discard", request))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"letters\": 0}");

        assertThat(work.texts("select distinct status || ' ' || settled_by || ' ' || settled_because from dead_letter"))
                .containsExactly("DISCARDED test A test of signatures");
        assertThat(work.texts("select action || ' ' || (detail ->> 'letters') from audit_entry"))
                .containsExactly("discard-all 3");
    }

    @Test
    void rejectsRequestsThatAreNotComplete() {
        for (String body : new String[] {
            "{}",
            "{\"cause\": \"SIGNATURE_WRONG\", \"topic\": \"cdx.p-0001\", \"reason\": \"x\"}",
            "{\"cause\": \"SIGNATURE_WRONG\", \"topic\": \"cdx.p-0001\", \"upTo\": 9}",
            "{\"cause\": \"SIGNATURE_WRONG\", \"topic\": \"cdx.p-0001\", \"upTo\": 9, \"reason\": \" \"}",
            "{\"cause\": \"SIGNATURE_WRONG\", \"topic\": \"cdx.p-0001\", \"upTo\": 9, \"reason\": \"%s\"}"
                    .formatted("x".repeat(401))
        }) {
            assertThat(client.post(bearer, API + "/groups/retry", body)).hasStatus(422);
            assertThat(client.post(bearer, API + "/groups/discard", body)).hasStatus(422);
        }
        assertThat(client.post(bearer, API + "/groups/discard", request("x").replace("SIGNATURE_WRONG", "NONE")))
                .hasStatus4xxClientError();
        assertThat(client.post(bearer, API + "/groups/retry", request("x").replace("p-0001", "1010")))
                .hasStatus(HttpStatus.CONFLICT);
        assertThat(client.get(bearer, API + "/retries/00000000-0000-4000-8000-000000000000"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(work.number("select count(*) from dead_letter where status = 'OPEN'"))
                .isEqualTo(3);
    }

    private String request(String reason) {
        return """
                {"cause": "SIGNATURE_WRONG", "topic": "cdx.p-0001", "upTo": %d, "reason": "%s"}
                """.formatted(work.number("select max(id) from dead_letter"), reason);
    }
}
