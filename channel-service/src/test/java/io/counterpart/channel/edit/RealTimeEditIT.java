package io.counterpart.channel.edit;

import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.RealTimeBehaviour;
import io.counterpart.contract.operation.CustomerOperation;

import static org.assertj.core.api.Assertions.assertThat;

/** Edits of a customer without pending operations, in a channel that calls HQ first. */
class RealTimeEditIT extends RealTimeEditContext {

    @Test
    void areDoneThereAtOnceAndLeaveNothingPending() {
        Response answer = lee.patch("", "{\"lastName\": \"Lea\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("lastName")).isEqualTo("Lea");
        assertThat(answer.json().path("pendingOperations").asInt()).isZero();
        assertThat(REAL_TIME.receivedRequestsFor(lee.id()))
                .extracting(CustomerOperation::operationNumber)
                .containsExactly(1, 2);
        assertThat(lee.logged()).isEmpty();
        assertThat(lee.unanswered()).isZero();
        assertThat(lee.read().text("lastName")).isEqualTo("Lea");
        assertThat(lee.post("/addresses", "{\"city\": \"x\"}").status()).isEqualTo(201);
        assertThat(REAL_TIME.receivedRequestsFor(lee.id()))
                .extracting(CustomerOperation::operationNumber)
                .containsExactly(1, 2, 3);
    }

    // HQ may lose its database before 1010 publishes the edit; this channel is then the only one that knows it.
    @Test
    void areStoredWithTheTimesThatHqNeedsBackAfterARestore() {
        jdbc.update("update customer set snapshot_at = '2026-01-01' where async_customer_id = ?", lee.id());

        lee.patch("", "{\"lastName\": \"Lea\"}");

        List<CustomerOperation> asked = REAL_TIME.receivedRequestsFor(lee.id());
        assertThat(jdbc.queryForMap("""
                        select changed_at ->> 'lastName' as changed, snapshot_at > now() - interval '1 minute' as recent
                        from customer where async_customer_id = ?""", lee.id()))
                .containsEntry(
                        "changed", asked.get(asked.size() - 1).occurredAt().toString())
                .containsEntry("recent", true);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void changeNothingWhenHeadquartersSaysNo(int status) {
        REAL_TIME.behave(RealTimeBehaviour.refusing(status, "headquarters-refused", "The name is reserved."));

        Response answer = lee.patch("", "{\"lastName\": \"Lea\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("/problems/headquarters-refused");
        assertThat(answer.text("detail")).isEqualTo("The name is reserved.");
        assertThat(lee.read().text("lastName")).isEqualTo("Lee");
        assertThat(lee.etag()).isEqualTo("\"1\"");
        assertThat(lee.unanswered()).isZero();
    }

    @ParameterizedTest
    @MethodSource("silences")
    void becomePendingWithTheSameOperationWhenHeadquartersDoesNotAnswer(RealTimeBehaviour silence) {
        REAL_TIME.behave(silence);

        Response answer = lee.patch("", "{\"lastName\": \"Lea\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.text("lastName")).isEqualTo("Lea");
        assertThat(answer.text("syncStatus")).isEqualTo("SYNCED");
        assertThat(answer.json().path("pendingOperations").asInt()).isEqualTo(1);
        List<CustomerOperation> asked = REAL_TIME.receivedRequestsFor(lee.id());
        assertThat(lee.logged()).containsExactly(asked.get(asked.size() - 1));
        assertThat(lee.unanswered()).isZero();
    }

    @Test
    void stayPendingOnesOnceSomethingIsPending() {
        REAL_TIME.behave(RealTimeBehaviour.status(503, "{}"));
        lee.patch("", "{\"lastName\": \"Lea\"}");
        REAL_TIME.behave(REAL_TIME.doing());
        int asked = REAL_TIME.receivedRequests().size();

        assertThat(lee.patch("", "{\"lastName\": \"Leo\"}").status()).isEqualTo(200);

        assertThat(REAL_TIME.receivedRequests()).hasSize(asked);
        assertThat(lee.logged()).extracting(CustomerOperation::operationNumber).containsExactly(2, 3);
    }

    @Test
    void areRefusedWithoutTheFeatureWhenHeadquartersIsAway() {
        runFeatures();
        REAL_TIME.behave(RealTimeBehaviour.status(503, "{}"));

        Response answer = lee.patch("", "{\"lastName\": \"Lea\"}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("type")).isEqualTo("/problems/headquarters-unreachable");
        assertThat(lee.read().text("lastName")).isEqualTo("Lee");
        assertThat(lee.logged()).isEmpty();
        assertThat(lee.unanswered()).isZero();
    }

    @Test
    void ofTwoAtOnceOnlyOneReachesHeadquarters() {
        String etag = lee.etag();
        REAL_TIME.behave((operation, in, out) -> {
            Response second = station.patch(lee.location(), "{\"lastName\": \"Second\"}", "If-Match", etag);
            assertThat(second.status()).isEqualTo(412);
            REAL_TIME.doing().answer(operation, in, out);
        });

        assertThat(station.patch(lee.location(), "{\"lastName\": \"First\"}", "If-Match", etag)
                        .status())
                .isEqualTo(200);
        assertThat(lee.read().text("lastName")).isEqualTo("First");
        assertThat(REAL_TIME.receivedRequestsFor(lee.id())).hasSize(2);
    }

    private static Stream<RealTimeBehaviour> silences() {
        return Stream.of(
                RealTimeBehaviour.hanging(),
                RealTimeBehaviour.cuttingOff(),
                RealTimeBehaviour.silent(),
                RealTimeBehaviour.status(503, "{}"));
    }
}
