package io.counterpart.endtoend;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import tools.jackson.databind.JsonNode;

import io.counterpart.stack.client.ChannelClient;
import io.counterpart.stack.client.HttpResult;

/** A scenario for one numbered rule of the domain, on the whole system; restores its settings at HQ afterwards. */
abstract class RuleScenario extends Scenario {

    static final String OPERATIONS = "/api/v1/synchronization-operations";

    private static final int TRIES = 5;

    final AdministrationFixture administration = new AdministrationFixture(stack);
    final String name = "R" + Long.toString(System.nanoTime(), 36);

    @AfterEach
    void setBack() throws IOException {
        administration.close();
    }

    Map<String, Object> newCustomer(Object... fields) {
        var person = new HashMap<String, Object>(Map.of("lastName", name));
        for (int i = 0; i < fields.length; i += 2) {
            person.put(fields[i].toString(), fields[i + 1]);
        }
        return person;
    }

    HttpResult edit(ChannelClient channel, UUID id, Map<String, Object> patch) throws IOException {
        HttpResult edited = editOnce(channel, id, patch);
        // 1010 may change the customer after it was read: a client reads it again, as the problem says.
        for (int i = 0; i < TRIES && edited.status() == 412; i++) {
            edited = editOnce(channel, id, patch);
        }
        return edited;
    }

    private static HttpResult editOnce(ChannelClient channel, UUID id, Map<String, Object> patch) throws IOException {
        String etag = channel.get(id.toString()).expect(200).etag().orElseThrow();
        return channel.edit(id.toString(), etag, patch);
    }

    /** The customer at HQ, or an empty response while HQ does not have it. */
    JsonNode atHq(UUID id) throws IOException {
        return stack.hq().customer(id.toString()).body();
    }

    JsonNode operationsOf(UUID id, String status) throws IOException {
        return stack.hq()
                .http()
                .get(OPERATIONS + "?customer=" + id + "&status=" + status)
                .expect(200)
                .body()
                .path("items");
    }

    static int found(ChannelClient channel, String query) throws IOException {
        return channel.search(query).expect(200).body().path("items").size();
    }

    static UUID id(HttpResult created) {
        return UUID.fromString(created.text("asyncCustomerId").orElseThrow());
    }
}
