package io.counterpart.channel.localbook;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

import io.counterpart.channel.testing.ApiClient;
import io.counterpart.channel.testing.ApiClient.Response;
import io.counterpart.channel.testing.ChannelServiceContext;
import io.counterpart.channel.testing.HqConfigurations;
import io.counterpart.messaging.database.DatabaseIdentity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** A running channel service with a till of a store that has no customers yet. */
abstract class LocalBookContext extends ChannelServiceContext {

    static final String CHANGES = CUSTOMERS + "/changes";

    static final Duration SOON = Duration.ofSeconds(20);

    @Autowired
    LocalBookRepository book;

    @Autowired
    LocalBookCustomerRepository customers;

    @Autowired
    DatabaseIdentity database;

    final String channel = "LB" + UUID.randomUUID().toString().substring(0, 8);
    ApiClient till = new ApiClient(0, "");

    @BeforeEach
    void openTheStore() {
        String token = "till-of-" + channel;
        HQ.configure(HqConfigurations.channel(channel, CHANNEL_DATABASE, true, token));
        till = harbor.with(token);
        await().atMost(SOON).until(() -> till.get("/api/v1/configuration").status() == 200);
    }

    String create(ApiClient where, String body) {
        Response answer = where.post(CUSTOMERS, body);
        assertThat(answer.status()).as(answer.body()).isEqualTo(201);
        return answer.text("asyncCustomerId");
    }

    String create(String lastName) {
        return create(till, "{\"lastName\": \"%s\"}".formatted(lastName));
    }

    JsonNode page(@Nullable String since, int limit) {
        Response answer = till.get(CHANGES + "?limit=" + limit + (since == null ? "" : "&since=" + since));
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return answer.json();
    }

    /** The service with other settings and another clock. */
    LocalBookService service(boolean enabled, int mostCustomers, Clock clock) {
        var properties = new LocalBookProperties(enabled, mostCustomers, 365, Duration.ofDays(90));
        return new LocalBookService(book, customers, database, properties, clock);
    }

    /** Reads the rest of a round. */
    Round read(@Nullable String since) {
        var customers = new ArrayList<JsonNode>();
        var removed = new ArrayList<JsonNode>();
        String cursor = since;
        JsonNode page;
        do {
            page = page(cursor, 2);
            page.path("customers").forEach(customers::add);
            page.path("removed").forEach(removed::add);
            cursor = page.path("cursor").asString();
        } while (page.path("more").asBoolean());
        return new Round(customers, removed, cursor);
    }

    /** What a round delivered, and where the next one begins. */
    record Round(List<JsonNode> customers, List<JsonNode> removed, String cursor) {

        List<String> ids() {
            return ids(customers);
        }

        List<String> removedIds() {
            return ids(removed);
        }

        private static List<String> ids(List<JsonNode> nodes) {
            return nodes.stream()
                    .map(each -> each.path("asyncCustomerId").asString())
                    .toList();
        }
    }
}
