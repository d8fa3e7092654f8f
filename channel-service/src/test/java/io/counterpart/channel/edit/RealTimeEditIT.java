package io.counterpart.channel.edit;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.StubRealTimeService;
import io.counterpart.contract.Topics;
import io.counterpart.contract.configuration.Features;
import io.counterpart.contract.operation.CustomerOperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Edits of a customer without pending operations, in a channel that calls HQ first. */
class RealTimeEditIT extends ChannelServiceContext {

    @SuppressWarnings("NullAway.Init") // created before each test
    private CustomerEditClient lee;

    @BeforeEach
    void create() {
        REAL_TIME.behave(REAL_TIME.doing());
        lee = new CustomerEditClient(station, jdbc, station.post(CUSTOMERS, "{\"lastName\": \"Lee\"}"));
    }

    @AfterEach
    void allFeaturesAgain() {
        if (!station.get("/api/v1/configuration").body().contains("async-customer-editing\",\"enabled\":true")) {
            runFeatures(
                    Features.PERFORMANCE_IMPROVEMENTS,
                    Features.ENHANCED_ASYNC_CUSTOMER_CREATION,
                    Features.ASYNC_CUSTOMER_ADDRESSES,
                    Features.ASYNC_CUSTOMER_EDITING,
                    Features.MULTIPLE_EMAILS_AND_PHONES);
        }
    }

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

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void changeNothingWhenHeadquartersSaysNo(int status) {
        REAL_TIME.behave(StubRealTimeService.refusing(status, "headquarters-refused", "The name is reserved."));

        Response answer = lee.patch("", "{\"lastName\": \"Lea\"}");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("/problems/headquarters-refused");
        assertThat(answer.text("detail")).isEqualTo("The name is reserved.");
        assertThat(lee.read().text("lastName")).isEqualTo("Lee");
        assertThat(lee.etag()).isEqualTo("\"1\"");
        assertThat(lee.unanswered()).isZero();
    }

    static Stream<StubRealTimeService.Behaviour> silences() {
        return Stream.of(
                StubRealTimeService.hanging(),
                StubRealTimeService.cuttingOff(),
                StubRealTimeService.silent(),
                StubRealTimeService.status(503, "{}"));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void becomePendingWithTheSameOperationWhenHeadquartersDoesNotAnswer(StubRealTimeService.Behaviour silence) {
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
        REAL_TIME.behave(StubRealTimeService.status(503, "{}"));
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
        REAL_TIME.behave(StubRealTimeService.status(503, "{}"));

        Response answer = lee.patch("", "{\"lastName\": \"Lea\"}");

        assertThat(answer.status()).isEqualTo(503);
        assertThat(answer.text("type")).isEqualTo("/problems/headquarters-unreachable");
        assertThat(lee.read().text("lastName")).isEqualTo("Lee");
        assertThat(lee.logged()).isEmpty();
        assertThat(lee.unanswered()).isZero();
    }

    @Test
    void anEditWhoseAnswerWasLostIsFinishedBeforeTheNextOne() {
        runFeatures();
        REAL_TIME.behave(StubRealTimeService.silent());
        assertThat(lee.patch("", "{\"lastName\": \"Lost\"}").status()).isEqualTo(503);
        assertThat(lee.unanswered()).isEqualTo(1);
        assertThat(lee.patch("", "{\"lastName\": \"Hasty\"}").text("type")).isEqualTo("/problems/version-mismatch");
        jdbc.update("update unanswered_edit set asked_at = asked_at - interval '1 minute'");
        REAL_TIME.behave(REAL_TIME.doing());
        String etag = lee.etag();

        Response next = station.patch(lee.location(), "{\"firstName\": \"Ann\"}", "If-Match", etag);

        assertThat(next.status()).isEqualTo(412);
        assertThat(lee.read().text("lastName")).isEqualTo("Lost");
        assertThat(lee.unanswered()).isZero();
        assertThat(lee.patch("", "{\"firstName\": \"Ann\"}").status()).isEqualTo(200);
        List<CustomerOperation> asked = REAL_TIME.receivedRequestsFor(lee.id());
        assertThat(asked.stream().filter(it -> it.operationNumber() == 2).map(CustomerOperation::operationId))
                .containsOnly(asked.get(1).operationId());
        assertThat(asked.get(asked.size() - 1).operationNumber()).isEqualTo(3);
    }

    @Test
    void anEditWhoseAnswerWasLostComesBackWith1010() {
        runFeatures();
        UUID id = lee.id();
        REAL_TIME.behave(StubRealTimeService.silent());
        lee.patch("", "{\"lastName\": \"Lost\"}");
        CustomerOperation lost = REAL_TIME.receivedRequestsFor(id).get(1);
        var snapshot = REAL_TIME.snapshot(lost);

        HQ.publish(Topics.CUSTOMERS_1010, String.valueOf(snapshot.accountNumber()), snapshot);

        // Not only the state: the content at HQ differs from the content here.
        await().atMost(Duration.ofSeconds(20))
                .until(() -> lee.read().text("lastName").equals("?"));
        jdbc.update("update unanswered_edit set asked_at = asked_at - interval '1 minute'");
        REAL_TIME.behave(REAL_TIME.doing());
        assertThat(lee.patch("", "{\"lastName\": \"Next\"}").status()).isEqualTo(200);
        assertThat(REAL_TIME
                        .receivedRequestsFor(id)
                        .get(REAL_TIME.receivedRequestsFor(id).size() - 1)
                        .operationNumber())
                .isEqualTo(3);
    }

    @Test
    void haveTheirResultWhen1010IsFasterThanTheAnswer() {
        REAL_TIME.behave((operation, in, out) -> {
            var snapshot = REAL_TIME.snapshot(operation);
            HQ.publish(Topics.CUSTOMERS_1010, String.valueOf(snapshot.accountNumber()), snapshot);
            await().atMost(Duration.ofSeconds(1)).until(() -> lee.etag().equals("\"2\""));
            REAL_TIME.doing().answer(operation, in, out);
        });

        Response answer = lee.patch("", "{\"lastName\": \"Lea\"}");

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(lee.etag()).isEqualTo("\"2\"");
        assertThat(lee.row()).containsEntry("last_operation", 2).containsEntry("applied_operation", 2);
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
}
