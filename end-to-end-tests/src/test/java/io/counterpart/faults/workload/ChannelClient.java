package io.counterpart.faults.workload;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Calls one channel through any of its instances. Without a definite response it retries at another instance with the
 * identical request, as a till does.
 */
final class ChannelClient {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration ONE_TRY = Duration.ofSeconds(6);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final String channel;
    private final List<URI> instances;
    private final String token;
    private final BooleanSupplier closing;
    private BiConsumer<UUID, String> numbers = (customer, number) -> {};
    private int instance;

    /** @param closing if true, a request without a response is given up */
    ChannelClient(String channel, List<URI> instances, String token, BooleanSupplier closing) {
        this.channel = channel;
        this.instances = instances;
        this.token = token;
        this.closing = closing;
    }

    /** Sets the listener for the account numbers that responses show for customers. */
    void onNumber(BiConsumer<UUID, String> listener) {
        numbers = listener;
    }

    String channel() {
        return channel;
    }

    /** Returns empty if no instance ever responded. */
    Optional<ChannelResponse> send(String method, String path, @Nullable Object body, Map<String, String> headers)
            throws InterruptedException {
        boolean again = false;
        do {
            try {
                ChannelResponse reply = once(method, path, body, headers, again);
                if (reply.clear()) {
                    reply.numbers().forEach(numbers);
                    return Optional.of(reply);
                }
            } catch (IOException e) {
                // Connection cut, refused or timed out: the next instance may succeed.
                instance++;
            }
            again = true;
            Thread.sleep(PAUSE.toMillis());
        } while (!closing.getAsBoolean());
        return Optional.empty();
    }

    private ChannelResponse once(
            String method, String path, @Nullable Object body, Map<String, String> headers, boolean again)
            throws IOException, InterruptedException {
        URI address = instances.get(Math.floorMod(instance, instances.size()));
        var all = new LinkedHashMap<>(Map.of("Authorization", "Bearer " + token, "Content-Type", "application/json"));
        all.putAll(headers);
        HttpRequest.Builder request = HttpRequest.newBuilder(address.resolve(path))
                .timeout(ONE_TRY)
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
        all.forEach(request::header);
        HttpResponse<byte[]> response = http.send(request.build(), BodyHandlers.ofByteArray());
        if (response.statusCode() >= 500) {
            instance++;
        }
        return ChannelResponse.of(response, again);
    }
}
