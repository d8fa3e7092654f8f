package io.counterpart.endtoend;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.counterpart.stack.client.DemoTokens;

import static org.assertj.core.api.Assertions.assertThat;

/** A waiting client is notified: in the response, by an event, and afterwards through the timeline. */
class Rule11WaitEventsAndTimelineScenario extends RuleScenario {

    @Test
    void aCreateThatWaitsAnswersWithTheNumber() throws IOException {
        var created =
                stack.harbor().create(newCustomer(), Duration.ofSeconds(10)).expect(201);

        assertThat(created.text("accountNumber")).isPresent();
        assertThat(created.text("creationMode")).contains("ASYNC");
    }

    @Test
    void aCreateThatWaitsInVainAnswersWithThePendingCustomer() throws IOException {
        administration.hold(AdministrationFixture.SYNCHRONIZE);

        var created =
                stack.harbor().create(newCustomer(), Duration.ofSeconds(1)).expect(201);

        assertThat(created.text("displayAccountNumber")).contains("Pending sync");
        assertThat(created.took()).isBetween(Duration.ofMillis(900), Duration.ofSeconds(5));
    }

    @Test
    void theTimelineSaysHowFarACustomerGot() throws IOException {
        administration.hold(AdministrationFixture.SYNCHRONIZE);
        var id = id(stack.harbor().create(newCustomer()).expect(201));
        assertThat(timeline(id).path("created").isNull()).isFalse();
        assertThat(timeline(id).path("converted").isString()).isFalse();

        administration.release(AdministrationFixture.SYNCHRONIZE);
        accountNumberOf(stack.harbor(), id);

        var times = Stream.of("created", "uploaded", "staged", "converted", "returned")
                .map(station -> java.time.Instant.parse(timeline(id, station)))
                .toList();
        assertThat(times).isSorted();
    }

    @Test
    void deliversTheNumberEventAlsoAfterReconnecting() throws Exception {
        var id = id(stack.harbor().create(newCustomer()).expect(201));
        var number = accountNumberOf(stack.harbor(), id);

        var request = HttpRequest.newBuilder(stack.addresses().channel("harbor").resolve("/api/v1/events"))
                .header("Authorization", "Bearer " + DemoTokens.POS_HARBOR)
                .header("Last-Event-ID", "0")
                .timeout(Duration.ofSeconds(20))
                .build();
        try (Stream<String> lines =
                HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body()) {
            List<String> data = lines.filter(line -> line.startsWith("data:") && line.contains(id.toString()))
                    .limit(1)
                    .toList();
            assertThat(data).hasSize(1).allMatch(line -> line.contains(number));
        }
    }

    private JsonNode timeline(java.util.UUID id) throws IOException {
        return stack.harbor().get(id.toString(), "timeline").body().path("timeline");
    }

    private String timeline(java.util.UUID id, String station) {
        try {
            return timeline(id).path(station).asString();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void modeAndReasonStandOnEveryCustomer() throws IOException {
        var item = stack.harbor().create(newCustomer()).expect(201).body();

        assertThat(Map.of(
                        "mode",
                        item.path("creationMode").asString(),
                        "reason",
                        item.path("asyncReason").asString()))
                .isEqualTo(Map.of("mode", "ASYNC", "reason", "FUNCTIONALITY_PROFILE"));
    }
}
