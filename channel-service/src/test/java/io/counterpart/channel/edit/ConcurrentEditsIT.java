package io.counterpart.channel.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.IntFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.KafkaHeadquarters;
import io.counterpart.channel.testing.SnapshotFixtures;
import io.counterpart.contract.Topics;
import io.counterpart.contract.snapshot.CustomerSnapshot;

import static org.assertj.core.api.Assertions.assertThat;

/** Edits while 1010 delivers states of the same customers through Kafka. */
class ConcurrentEditsIT extends ChannelServiceContext {

    private static final String ANN = "{\"firstName\": \"Ann\", \"lastName\": \"Lee\"}";

    @Test
    void noEditIsRefusedBecauseTheNumberArrived() {
        var refused = new ArrayList<String>();
        for (int i = 0; i < 250; i++) {
            Response created = harbor.post(CUSTOMERS, ANN);
            String location = created.header("Location");
            bring(UUID.fromString(created.text("asyncCustomerId")));
            Stream.of(
                            harbor.patch(location, "{\"lastName\": \"Lea\"}", "If-Match", created.header("ETag")),
                            harbor.post(location + "/addresses", "{\"city\": \"Harbor\"}"),
                            harbor.post(location + "/contacts", "{\"type\": \"PHONE\", \"value\": \"+1 5\"}"),
                            harbor.patch(location, "{\"firstName\": \"Anne\"}", "If-Match", "*"))
                    .filter(answer -> answer.status() >= 300)
                    .forEach(answer -> refused.add(answer.status() + " " + answer.text("type")));
        }

        assertThat(refused).isEmpty();
    }

    @Test
    void allWhoAddAtOnceAreHeardAndNothingIsLost() {
        Response created = harbor.post(CUSTOMERS, ANN);
        UUID id = UUID.fromString(created.text("asyncCustomerId"));
        String location = created.header("Location");

        List<Response> answers = atOnce(16, n -> {
            if (n % 4 == 0) {
                bring(id);
            }
            return harbor.post(location + "/addresses", "{\"city\": \"City %d\"}".formatted(n));
        });

        assertThat(answers).extracting(Response::status).containsOnly(201);
        assertThat(harbor.get(location + "?include=addresses")
                        .json()
                        .path("addresses")
                        .size())
                .isEqualTo(16);
        assertThat(jdbc.queryForList(
                        "select aggregateversion from async_operation where aggregateid = ? order by 1",
                        Integer.class,
                        id.toString()))
                .hasSize(17)
                .doesNotHaveDuplicates();
    }

    @Test
    void ofThoseWhoSawTheSameVersionOneWins() {
        Response created = harbor.post(CUSTOMERS, ANN);
        String location = created.header("Location");
        bring(UUID.fromString(created.text("asyncCustomerId")));

        List<Response> answers = atOnce(
                8,
                n -> harbor.patch(
                        location, "{\"lastName\": \"L%d\"}".formatted(n), "If-Match", created.header("ETag")));

        assertThat(answers).extracting(Response::status).containsOnlyOnce(200).containsOnly(200, 412);
    }

    private void bring(UUID id) {
        CustomerSnapshot snapshot = SnapshotFixtures.converted(id, KafkaHeadquarters.accountNumber(), "Lee");
        HQ.publish(Topics.CUSTOMERS_1010, String.valueOf(snapshot.accountNumber()), snapshot);
    }

    private static List<Response> atOnce(int count, IntFunction<Response> act) {
        ExecutorService threads = Executors.newFixedThreadPool(count);
        try {
            List<CompletableFuture<Response>> running = Stream.iterate(0, n -> n + 1)
                    .limit(count)
                    .map(n -> CompletableFuture.supplyAsync(() -> act.apply(n), threads))
                    .toList();
            return running.stream().map(CompletableFuture::join).toList();
        } finally {
            threads.shutdown();
        }
    }
}
