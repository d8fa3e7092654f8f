package io.counterpart.channel.edit;

import java.time.Duration;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.RealTimeBehaviour;
import io.counterpart.contract.Topics;
import io.counterpart.contract.operation.CustomerOperation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class InDoubtEditIT extends RealTimeEditContext {

    @Test
    void anEditWhoseAnswerWasLostIsFinishedBeforeTheNextOne() {
        runFeatures();
        REAL_TIME.behave(RealTimeBehaviour.silent());
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
        REAL_TIME.behave(RealTimeBehaviour.silent());
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
}
