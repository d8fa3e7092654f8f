package io.counterpart.channel.offline;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.RealTimeBehaviour;

import static org.assertj.core.api.Assertions.assertThat;

class CustomerPutIT extends ChannelServiceContext {

    private static final String ANN =
            "{\"firstName\": \"Ann\", \"lastName\": \"Lee\", \"attributes\": {\"shoeSize\": 38, \"newsletter\": true}}";

    private final String path = CUSTOMERS + "/" + UUID.randomUUID();

    @Test
    void takesTheCustomerUnderTheIdOfTheTill() {
        Response answer = harbor.put(path, ANN);

        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo(path);
        assertThat(answer.header("ETag")).isEqualTo("\"1\"");
        assertThat(path).endsWith(answer.text("asyncCustomerId"));
        assertThat(harbor.get(path).status()).isEqualTo(200);
    }

    @Test
    void answersTheSameAgainHoweverItIsWrittenAndEvenAfterAnEdit() {
        harbor.put(path, ANN);
        harbor.patch(path, "{\"lastName\": \"Married\"}", "If-Match", "\"1\"");

        Response again = harbor.put(
                path,
                "{ \"attributes\": {\"newsletter\": true, \"shoeSize\": 38}, \"lastName\":\"Lee\", \"firstName\":\"Ann\"}");

        assertThat(again.status()).as(again.body()).isEqualTo(200);
        assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
        assertThat(again.text("lastName")).isEqualTo("Married");
    }

    @Test
    void refusesAnotherCustomerUnderTheSameId() {
        harbor.put(path, ANN);

        Response other = station.put(path, "{\"firstName\": \"Bob\", \"lastName\": \"Lee\"}");

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("type")).isEqualTo("/problems/async-customer-id-in-use");
        assertThat(harbor.get(path).text("firstName")).isEqualTo("Ann");
    }

    @Test
    void refusesAnIdThatHeadquartersKnowsForAnotherCustomer() {
        REAL_TIME.behave(RealTimeBehaviour.status(422, """
                {"type": "/problems/headquarters-refused", "title": "Rejected by headquarters", "status": 422,
                 "detail": "Another customer with different details has this ID.", "code": "async-customer-id-in-use"}
                """));

        Response other = station.put(path, ANN);

        assertThat(other.status()).isEqualTo(409);
        assertThat(other.text("type")).isEqualTo("/problems/async-customer-id-in-use");
        assertThat(harbor.get(path).status()).isEqualTo(404);
    }

    @Test
    void makesOneCustomerOfManyTriesAtOnce() {
        List<CompletableFuture<Response>> tries = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> harbor.put(path, ANN)))
                .limit(8)
                .toList();

        List<Integer> statuses =
                tries.stream().map(each -> each.join().status()).toList();

        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 200);
    }

    @Test
    void makesOneCustomerOfManyTriesAtOnceInSyncModeToo() {
        REAL_TIME.behave(REAL_TIME.doing());

        List<CompletableFuture<Response>> tries = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> station.put(path, ANN)))
                .limit(5)
                .toList();

        List<Integer> statuses =
                tries.stream().map(each -> each.join().status()).toList();
        assertThat(statuses).containsOnlyOnce(201).containsOnly(201, 200);
    }

    @Test
    void refusesWhatIsNoId() {
        assertThat(harbor.put(CUSTOMERS + "/1-1-1-1-1", ANN).status()).isEqualTo(400);
        assertThat(harbor.put(path, "{\"lastName\": \" \"}").firstError()).isEqualTo("/lastName required");
        assertThat(harbor.put(path, "{\"nme\": \"x\"}").firstError()).isEqualTo("/nme unknown-field");
    }
}
