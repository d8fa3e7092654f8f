package io.counterpart.stack.client;

import java.io.IOException;
import java.net.URI;

/** A client of HQ's API with the token of an operator's program. */
public final class HqClient {

    private final JsonClient http;

    public HqClient(URI address, String token) {
        this.http = new JsonClient(address, token);
    }

    /** For requests without a method here. */
    public JsonClient http() {
        return http;
    }

    /** Finds by account number or async customer id. */
    public HttpResult customer(String id) throws IOException {
        return http.get("/api/v1/customers/" + id);
    }

    public HttpResult holdJob(String job) throws IOException {
        return http.post("/api/v1/batch-jobs/" + job + "/hold", null);
    }

    public HttpResult releaseJob(String job) throws IOException {
        return http.post("/api/v1/batch-jobs/" + job + "/release", null);
    }
}
