package io.counterpart.channel.customer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.counterpart.channel.identifier.IdentifierGenerator;
import io.counterpart.channel.messaging.MessageJson;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.RealTimeBehaviour;
import io.counterpart.contract.AsyncReason;
import io.counterpart.contract.CreationMode;
import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.CustomerOperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class SyncCreationIT extends ChannelServiceContext {

    static final String LEE = "{\"firstName\": \"Ann\", \"lastName\": \"Lee\", \"addresses\": [{\"city\": \"x\"}]}";

    @Test
    void answersWithTheNumberThatHeadquartersGave() {
        REAL_TIME.behave(REAL_TIME.doing());

        Response answer = station.post(CUSTOMERS, LEE);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        UUID id = UUID.fromString(answer.text("asyncCustomerId"));
        CustomerOperation asked = REAL_TIME.receivedRequestsFor(id).get(0);
        assertThat(asked.operationId()).isEqualTo(IdentifierGenerator.ofCreation(id, CHANNEL_DATABASE));
        assertThat(asked.operationNumber()).isEqualTo(1);
        assertThat(asked.mode()).isEqualTo(CreationMode.SYNC);
        assertThat(answer.text("accountNumber")).startsWith("C").isEqualTo(answer.text("displayAccountNumber"));
        assertThat(answer.text("syncStatus")).isEqualTo("SYNCED");
        assertThat(answer.text("creationMode")).isEqualTo("SYNC");
        assertThat(answer.json().path("asyncReason").isNull()).isTrue();
        assertThat(answer.json().path("pendingOperations").asInt()).isZero();
        assertThat(answer.json()
                        .path("capabilities")
                        .path("issueLoyaltyCard")
                        .path("allowed")
                        .asBoolean())
                .isTrue();
        assertThat(harbor.get(CUSTOMERS + "/" + answer.text("accountNumber")).text("asyncCustomerId"))
                .isEqualTo(id.toString());
        assertThat(logged(id)).isEmpty();
    }

    static Stream<RealTimeBehaviour> silences() {
        return Stream.of(
                RealTimeBehaviour.hanging(),
                RealTimeBehaviour.endless(),
                RealTimeBehaviour.cuttingOff(),
                RealTimeBehaviour.silent(),
                RealTimeBehaviour.status(503, "{}"),
                RealTimeBehaviour.status(500, "{}"),
                RealTimeBehaviour.status(401, "{}"),
                RealTimeBehaviour.status(403, "{}"),
                RealTimeBehaviour.refusing(409, "operation-too-early", "An earlier change is on its way"));
    }

    @ParameterizedTest
    @MethodSource("silences")
    void keepsTheCustomerAsPendingWithTheReasonWhenHeadquartersDoesNotAnswer(RealTimeBehaviour silence) {
        REAL_TIME.behave(silence);
        Instant start = Instant.now();

        Response answer = station.post(CUSTOMERS, LEE);

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(3));
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.text("displayAccountNumber")).isEqualTo("Pending sync");
        assertThat(answer.text("creationMode")).isEqualTo("ASYNC");
        assertThat(answer.text("asyncReason")).isEqualTo("REALTIME_SERVICE_UNREACHABLE");
        assertThat(logged(UUID.fromString(answer.text("asyncCustomerId")))).hasSize(1);
    }

    @Test
    void fallsBackWithTheVeryOperationWhoseAnswerWasLost() {
        REAL_TIME.behave(RealTimeBehaviour.silent());

        UUID id = UUID.fromString(station.post(CUSTOMERS, LEE).text("asyncCustomerId"));

        await().atMost(Duration.ofSeconds(20))
                .until(() -> !HQ.recordsOf(Topics.P_0001, id.toString()).isEmpty());
        var published = HQ.recordsOf(Topics.P_0001, id.toString());
        assertThat(published).hasSize(1);
        CustomerOperation sent = MessageJson.read(published.get(0).value(), CustomerOperation.class);
        CustomerOperation asked = REAL_TIME.receivedRequestsFor(id).get(0);
        assertThat(sent.operationId()).isEqualTo(asked.operationId());
        assertThat(sent.asyncCustomerId()).isEqualTo(asked.asyncCustomerId());
        assertThat(sent.operationNumber()).isEqualTo(asked.operationNumber());
        assertThat(sent.body()).isEqualTo(asked.body());
        assertThat(sent.asyncReason()).isEqualTo(AsyncReason.REALTIME_SERVICE_UNREACHABLE);
        assertThat(new String(published.get(0).headers().lastHeader("ce_id").value(), StandardCharsets.UTF_8))
                .isEqualTo(sent.operationId().toString());
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 409, 422})
    void showsHeadquartersNoAndKeepsNothing(int status) {
        REAL_TIME.behave(RealTimeBehaviour.refusing(status, "headquarters-refused", "The customer group is closed."));
        long before = count();

        Response answer = station.post(CUSTOMERS, LEE);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("type")).isEqualTo("/problems/headquarters-refused");
        assertThat(answer.text("detail")).isEqualTo("The customer group is closed.");
        assertThat(count()).isEqualTo(before);
    }

    @Test
    void neverAsksHeadquartersInAsyncMode() {
        int asked = REAL_TIME.receivedRequests().size();

        Response answer = harbor.post(CUSTOMERS, LEE);

        assertThat(answer.text("asyncReason")).isEqualTo("FUNCTIONALITY_PROFILE");
        assertThat(REAL_TIME.receivedRequests()).hasSize(asked);
    }

    @Test
    void isQuickOnceTheBreakerIsOpen() {
        REAL_TIME.behave(RealTimeBehaviour.status(503, "{}"));
        for (int i = 0; i < 5; i++) {
            station.post(CUSTOMERS, LEE);
        }
        int asked = REAL_TIME.receivedRequests().size();

        assertThat(station.post(CUSTOMERS, LEE).text("asyncReason")).isEqualTo("REALTIME_SERVICE_UNREACHABLE");
        assertThat(REAL_TIME.receivedRequests()).hasSize(asked);
    }

    private List<String> logged(UUID id) {
        return jdbc.queryForList("select type from async_operation where aggregateid = ?", String.class, id.toString());
    }

    private long count() {
        Long count = jdbc.queryForObject("select count(*) from customer", Long.class);
        return count == null ? 0 : count;
    }
}
