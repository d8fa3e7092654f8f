package io.counterpart.channel.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An HTTP client that acts as a till. */
public final class ApiClient {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    private final int port;
    private final String token;

    public ApiClient(int port, String token) {
        this.port = port;
        this.token = token;
    }

    public ApiClient with(String otherToken) {
        return new ApiClient(port, otherToken);
    }

    public Response get(String path, String... headers) {
        var request = request(path).GET();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Response post(String path, String body, String... headers) {
        return send(postRequest(path, body.getBytes(StandardCharsets.UTF_8), headers));
    }

    public Response postBytes(String path, byte[] body, String... headers) {
        return send(postRequest(path, body, headers));
    }

    /** Without a Content-Length. */
    public Response postChunked(String path, byte[] body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body))));
    }

    public CompletableFuture<Response> postAsync(String path, String body, String... headers) {
        return HTTP.sendAsync(
                        postRequest(path, body.getBytes(StandardCharsets.UTF_8), headers)
                                .build(),
                        BodyHandlers.ofString())
                .thenApply(Response::new);
    }

    public Response send(String method, String path, String contentType, byte[] body, String... headers) {
        var request =
                request(path).header("Content-Type", contentType).method(method, BodyPublishers.ofByteArray(body));
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Response patch(String path, String body, String... headers) {
        return send("PATCH", path, "application/merge-patch+json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Response put(String path, String body, String... headers) {
        return send("PUT", path, "application/json", body.getBytes(StandardCharsets.UTF_8), headers);
    }

    public Response delete(String path, String... headers) {
        var request = request(path).DELETE();
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    public Response method(String method, String path) {
        return send(request(path).method(method, BodyPublishers.noBody()));
    }

    private HttpRequest.Builder postRequest(String path, byte[] body, String... headers) {
        var request = request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofByteArray(body));
        return headers.length == 0 ? request : request.headers(headers);
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return token.isEmpty() ? request : request.header("Authorization", "Bearer " + token);
    }

    private static Response send(HttpRequest.Builder request) {
        try {
            return new Response(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The response to a request. */
    public record Response(HttpResponse<String> response) {

        public int status() {
            return response.statusCode();
        }

        public String body() {
            return response.body();
        }

        public String header(String name) {
            return response.headers().firstValue(name).orElse("");
        }

        public JsonNode json() {
            return JSON.readTree(body());
        }

        public String text(String field) {
            return json().path(field).asString("");
        }

        /** The pointer and the code of the first error of a problem: {@code /email too-long}. */
        public String firstError() {
            JsonNode error = json().path("errors").path(0);
            return error.path("pointer").asString("") + " " + error.path("code").asString("");
        }
    }
}
