package io.counterpart.endtoend;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import tools.jackson.databind.JsonNode;

import io.counterpart.stack.LocalStack;
import io.counterpart.stack.client.ChannelClient;

/** A day of a small company with three channels, made through the public API: most succeeds, some needs review. */
final class DemoCompany {

    private static final String OPERATIONS = "/api/v1/synchronization-operations";
    private static final int CUSTOMERS = 150;
    private static final int MINUTES = 1380;
    private static final List<String> FIRST = List.of(
            "Ann", "Bea", "Carl", "Dina", "Emil", "Fatima", "Goran", "Hana", "Ivo", "Jana", "Kenji", "Lin", "Maya");
    private static final List<String> LAST = List.of(
            "Okafor", "Sørensen", "Müller", "Nakamura", "Silva", "Novak", "Haddad", "Price", "Kowalska", "Rossi");

    private static final Map<String, String> ORDERED =
            Map.of("item", "Coffee grinder", "quantity", "2", "price", "49.95");

    private final LocalStack stack;
    private final AdministrationFixture administration;
    private String accountNumberOfAnn = "";

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
                    .post("/api/v1/offline-uploads", Map.of("items", dayOf(i, channels.size())))
                    .expect(200);
        }
        var ann = stack.harbor().create(ann()).expect(201);
        String id = ann.text("asyncCustomerId").orElseThrow();
        accountNumberOfAnn = Scenario.eventually()
                .until(() -> stack.online().get(id).text("accountNumber"), Optional::isPresent)
                .orElseThrow();
        String etag = stack.online().get(id).expect(200).etag().orElseThrow();
        stack.online().edit(id, etag, Map.of("phone", "+1 555 0142")).expect(200);
        stack.online()
                .http()
                .post("/api/v1/customer-orders", Map.of("customer", id, "lines", List.of(ORDERED)))
                .expect(201);
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

    // Each has the email of a customer that exists; the policy holds it until a person has decided.
    private void duplicates() throws IOException {
        administration.duplicates("flag");
        for (ChannelClient channel : List.of(stack.harbor(), stack.station(), stack.online())) {
            var twin = new HashMap<>(ann());
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

    // Customers of tills that were offline have the time at which they were made.
    private static List<Map<String, Object>> dayOf(int channel, int channels) {
        Instant now = Instant.now();
        var items = new ArrayList<Map<String, Object>>();
        for (int i = channel; i < CUSTOMERS; i += channels) {
            String first = FIRST.get(i % FIRST.size());
            String last = LAST.get(i % LAST.size());
            items.add(Map.of(
                    "asyncCustomerId",
                    UUID.randomUUID(),
                    "createdAt",
                    now.minus(1 + (i * i) % MINUTES, ChronoUnit.MINUTES).toString(),
                    "firstName",
                    first,
                    "lastName",
                    last,
                    "email",
                    "customer.%d@example.com".formatted(i),
                    "phone",
                    "+1 555 %04d".formatted(2000 + i)));
        }
        return items;
    }

    private static Map<String, Object> ann() {
        return Map.of(
                "firstName",
                "Ann",
                "lastName",
                "Lee",
                "email",
                "ann.lee@example.com",
                "phone",
                "+1 555 0100",
                "affiliations",
                List.of("VIP"),
                "addresses",
                List.of(Map.of(
                        "street",
                        "1 Pier Road",
                        "city",
                        "Harbor",
                        "state",
                        "WA",
                        "zipCode",
                        "98101",
                        "country",
                        "USA",
                        "primary",
                        true)));
    }
}
