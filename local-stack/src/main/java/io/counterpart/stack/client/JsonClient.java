package io.counterpart.stack.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** JSON over HTTP with a bearer token. */
public final class JsonClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(30);
    // One client for the JVM, which pools the connections. HTTP/1.1, because otherwise every first request would ask
    // for an upgrade.
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private final URI address;
    private final String token;

    public JsonClient(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    public URI address() {
        return address;
    }

    public HttpResult get(String path) throws IOException {
        return send("GET", path, null, Map.of());
    }

    public HttpResult post(String path, @Nullable Object body) throws IOException {
        return send("POST", path, body, Map.of());
    }

    /** Sends once; the caller decides what to retry. */
    public HttpResult send(String method, String path, @Nullable Object body, Map<String, String> headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(LIMIT)
                .header("Authorization", "Bearer " + token)
                .header("Accept", "application/json, application/problem+json")
                .method(method, content(body));
        if (body != null && !headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::header);
        long begin = System.nanoTime();
        HttpResponse<byte[]> response = exchange(request.build());
        return answer(method + " " + path, response, Duration.ofNanos(System.nanoTime() - begin));
    }

    private static HttpResult answer(String request, HttpResponse<byte[]> response, Duration took) {
        return new HttpResult(
                request, response.statusCode(), response.headers().firstValue("ETag"), json(response.body()), took);
    }

    private static JsonNode json(byte[] body) {
        try {
            return body.length == 0 ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    private static BodyPublisher content(@Nullable Object body) {
        return body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
    }

    private static HttpResponse<byte[]> exchange(HttpRequest request) throws IOException {
        try {
            return HTTP.send(request, BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
