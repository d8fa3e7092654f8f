package io.counterpart.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import tools.jackson.databind.JsonNode;

import io.counterpart.stack.LocalStack;
import io.counterpart.stack.client.ChannelClient;

/** A day of a small company with three channels, made through the public API: most succeeds, some needs review. */
final class DemoCompany {

    private static final String OPERATIONS = "/api/v1/synchronization-operations";

    private static final Map<String, String> ORDERED =
            Map.of("item", "Coffee grinder", "quantity", "2", "price", "49.95");

    private final LocalStack stack;
    private final AdministrationFixture administration;
    private String accountNumberOfAnn = "";
    private String accountNumberOfHerSecond = "";

    DemoCompany(LocalStack stack) {
        this.stack = stack;
        this.administration = new AdministrationFixture(stack);
    }

    void create() throws IOException {
        administration.featureEverywhere("async-customer-editing", true);
        List<ChannelClient> channels = List.of(stack.harbor(), stack.station(), stack.online());
        for (int i = 0; i < channels.size(); i++) {
            channels.get(i)
                    .http()
                    .post("/api/v1/offline-uploads", Map.of("items", DemoCustomers.dayOf(i, channels.size())))
                    .expect(200);
        }
        var ann = stack.harbor().create(DemoCustomers.ann()).expect(201);
        String id = ann.text("asyncCustomerId").orElseThrow();
        accountNumberOfAnn = Scenario.eventually()
                .until(() -> stack.online().get(id).text("accountNumber"), Optional::isPresent)
                .orElseThrow();
        String etag = stack.online().get(id).expect(200).etag().orElseThrow();
        stack.online()
                .edit(id, etag, Map.of("phone", "+1 555 0142", "mobile", "+1 555 0143", "vatNumber", "US 482 113 907"))
                .expect(200);
        stack.harbor()
                .http()
                .post("/api/v1/customers/" + id + "/notes", Map.of("text", "Prefers to be called in the evening."))
                .expect(201);
        stack.online()
                .http()
                .post("/api/v1/customer-orders", Map.of("customer", id, "lines", List.of(ORDERED)))
                .expect(201);
        accountNumberOfHerSecond = secondOfAnn();
        duplicates();
        tills();
        settled();
    }

    /** The ID of an operation that failed. */
    String failedOperation() throws IOException {
        return failed().path("items").path(0).path("id").asString();
    }

    String accountNumberOfAnn() {
        return accountNumberOfAnn;
    }

    /** The account number of a second customer that is the same person. */
    String accountNumberOfHerSecond() {
        return accountNumberOfHerSecond;
    }

    private String secondOfAnn() throws IOException {
        String id = stack.station()
                .create(DemoCustomers.secondOfAnn())
                .expect(201)
                .text("asyncCustomerId")
                .orElseThrow();
        return Scenario.eventually()
                .until(() -> stack.station().get(id).text("accountNumber"), Optional::isPresent)
                .orElseThrow();
    }

    // Each has the email of a customer that exists; the policy holds it until a person has decided.
    private void duplicates() throws IOException {
        administration.duplicates("flag");
        for (ChannelClient channel : List.of(stack.harbor(), stack.station(), stack.online())) {
            var twin = new HashMap<>(DemoCustomers.ann());
            twin.put("firstName", "Anna");
            String id = channel.create(twin).expect(201).text("asyncCustomerId").orElseThrow();
            String etag = channel.get(id).expect(200).etag().orElseThrow();
            channel.edit(id, etag, Map.of("language", "de-DE")).expect(200);
        }
        Scenario.eventually().until(() -> failed().path("items").size() == 3);
        administration.duplicates("off");
    }

    private void tills() throws IOException {
        heartbeat(stack.harbor(), Duration.ZERO, 0);
        heartbeat(stack.station(), Duration.ofMinutes(12), 3);
        Scenario.eventually()
                .until(() -> stack.hq()
                                .http()
                                .get("/api/v1/tills")
                                .expect(200)
                                .body()
                                .path("items")
                                .size()
                        == 2);
    }

    private static void heartbeat(ChannelClient till, Duration ahead, int unsent) throws IOException {
        Instant clock = Instant.now().plus(ahead);
        var state = new HashMap<String, Object>(
                Map.of("version", "1.4.2", "clock", clock.toString(), "unsent", unsent, "refused", 0));
        if (unsent > 0) {
            state.put("oldestUnsentAt", clock.minus(2, ChronoUnit.HOURS).toString());
        }
        till.http().post("/api/v1/tills/heartbeat", state).expect(200);
    }

    private JsonNode failed() throws IOException {
        return stack.hq().http().get(OPERATIONS + "?status=FAILED").expect(200).body();
    }

    private void settled() {
        Scenario.eventually()
                .until(() -> stack.hq()
                        .http()
                        .get(OPERATIONS + "?status=PENDING")
                        .expect(200)
                        .body()
                        .path("items")
                        .isEmpty());
    }
}
