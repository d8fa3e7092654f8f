package io.counterpart.stack.client;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** A client of the channel service with the token of a POS terminal or a web shop. */
public final class ChannelClient {

    private static final String CUSTOMERS = "/api/v1/customers";
    private static final String MERGE_PATCH = "application/merge-patch+json";

    private final JsonClient http;

    public ChannelClient(URI address, String token) {
        this.http = new JsonClient(address, token);
    }

    /** For requests without a method here. */
    public JsonClient http() {
        return http;
    }

    public HttpResult create(Object customer) throws IOException {
        return http.post(CUSTOMERS, customer);
    }

    /** Waits at most this long for the account number; the service limits it to ten seconds. */
    public HttpResult create(Object customer, Duration wait) throws IOException {
        return http.send("POST", CUSTOMERS, customer, Map.of("Prefer", "wait=" + wait.toSeconds()));
    }

    /** Creates a customer with an id that the client generated. */
    public HttpResult create(UUID asyncCustomerId, Object customer) throws IOException {
        return http.send("PUT", CUSTOMERS + "/" + asyncCustomerId, customer, Map.of());
    }

    /** Finds by account number or async customer id, with the requested parts. */
    public HttpResult get(String id, String... include) throws IOException {
        String query = include.length == 0 ? "" : "?include=" + String.join(",", include);
        return http.get(CUSTOMERS + "/" + id + query);
    }

    public HttpResult edit(String id, String etag, Object mergePatch) throws IOException {
        return http.send(
                "PATCH", CUSTOMERS + "/" + id, mergePatch, Map.of("If-Match", etag, "Content-Type", MERGE_PATCH));
    }

    public HttpResult search(String query) throws IOException {
        return search(query, "channel");
    }

    /** The scope is {@code channel} or {@code all}. */
    public HttpResult search(String query, String scope) throws IOException {
        var body = new LinkedHashMap<String, Object>();
        body.put("query", query);
        body.put("scope", scope);
        return http.post(CUSTOMERS + "/search", body);
    }

    /** The configuration that the channel of the token currently runs. */
    public HttpResult configuration() throws IOException {
        return http.get("/api/v1/configuration");
    }
}
