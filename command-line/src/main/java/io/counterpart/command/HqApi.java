package io.counterpart.command;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/** The REST API of HQ, with errors as messages that say what to do. */
final class HqApi {

    static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PAGE = 200;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI address;
    private final String token;
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    HqApi(URI address, String token) {
        this.address = address;
        this.token = token;
    }

    JsonNode get(String path) {
        return send("GET", path, null).body();
    }

    JsonNode post(String path, @Nullable Object body) {
        return send("POST", path, body).body();
    }

    void delete(String path) {
        send("DELETE", path, null);
    }

    /** The items of all pages of a list, one by one, so that a long list needs no memory; stops after {@code most}. */
    void forEach(String path, Map<String, @Nullable String> query, long most, Consumer<JsonNode> item) {
        String cursor = null;
        long left = most;
        do {
            var page = new LinkedHashMap<String, @Nullable String>(query);
            page.put("limit", Long.toString(Math.min(left, PAGE)));
            page.put("cursor", cursor);
            JsonNode list = get(path + query(page));
            for (JsonNode each : list.path("items")) {
                if (left-- > 0) {
                    item.accept(each);
                }
            }
            cursor = list.path("nextCursor").asStringOpt().orElse(null);
        } while (cursor != null && left > 0);
    }

    /** The parameters that have a value, as the end of a URL. */
    static String query(Map<String, @Nullable String> parameters) {
        String query = parameters.entrySet().stream()
                .filter(it -> it.getValue() != null)
                .map(it -> it.getKey() + "=" + encoded(String.valueOf(it.getValue())))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : "?" + query;
    }

    /** A value as a part of a path. */
    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    Reply send(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = request(path)
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        return accepted(method + " " + path, exchange(request.build()));
    }

    /** A request with the token, without a limit of time. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address.toString().replaceAll("/+$", "") + path))
                .header("Authorization", "Bearer " + token);
    }

    HttpClient client() {
        return http;
    }

    static Reply accepted(String request, HttpResponse<String> response) {
        Reply reply = new Reply(
                response.statusCode(),
                json(response.body()),
                response.headers().firstValue("Date").orElse(null));
        if (reply.status() >= 300) {
            throw failure(request, reply);
        }
        return reply;
    }

    CommandFailedException noAnswer() {
        return new CommandFailedException(
                ExitCode.NO_ANSWER,
                "HQ does not answer at %s. Check --hq-url or COUNTERPART_HQ_URL, and that HQ is running."
                        .formatted(address));
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw noAnswer();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException(ExitCode.NO_ANSWER, "Interrupted");
        }
    }

    private static CommandFailedException failure(String request, Reply reply) {
        String detail =
                reply.body().path("detail").asString("") + errors(reply.body().path("errors"));
        return switch (reply.status()) {
            case 401 ->
                new CommandFailedException(
                        ExitCode.NOT_ALLOWED, "HQ does not accept the token. It may have expired or been revoked.");
            case 403 ->
                new CommandFailedException(ExitCode.NOT_ALLOWED, "The token may not do this. Role HQ_API is needed.");
            case 502, 503, 504 ->
                new CommandFailedException(ExitCode.NO_ANSWER, "HQ is not available at the moment. " + detail);
            default ->
                new CommandFailedException(
                        ExitCode.REFUSED,
                        detail.isEmpty() ? "%s: status %d".formatted(request, reply.status()) : detail);
        };
    }

    // The detail names the first one only.
    private static String errors(JsonNode errors) {
        return errors.size() < 2
                ? ""
                : errors.valueStream()
                        .map(it -> "\n  " + it.path("detail").asString(""))
                        .collect(Collectors.joining());
    }

    private static JsonNode json(String body) {
        try {
            return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    /**
     * An answer.
     *
     * @param date the header of that name
     */
    record Reply(int status, JsonNode body, @Nullable String date) {}
}
