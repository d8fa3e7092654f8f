package io.counterpart.channel.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import static org.awaitility.Awaitility.await;

/** A client of server-sent events that acts as a till. */
public final class EventStreamClient implements AutoCloseable {

    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final HttpResponse<InputStream> response;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile boolean ended;

    private EventStreamClient(HttpResponse<InputStream> response) {
        this.response = response;
    }

    /** Receives events from the return of this method on, or those after the given event. */
    public static EventStreamClient open(int port, String token, @Nullable String lastEventId) {
        return connect(port, token, lastEventId).startReading();
    }

    /** Like {@link #open}, but does not read from the connection yet. */
    public static EventStreamClient connect(int port, String token, @Nullable String lastEventId) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/events"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        try {
            var client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            return new EventStreamClient(client.send(request.build(), BodyHandlers.ofInputStream()));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Reads until either side ends the stream. */
    public EventStreamClient startReading() {
        var thread = new Thread(this::read, "listener");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    public HttpResponse<InputStream> response() {
        return response;
    }

    public List<Event> events() {
        return List.copyOf(events);
    }

    /** All received lines. */
    public String text() {
        return String.join("\n", lines);
    }

    public boolean hasEnded() {
        return ended;
    }

    /** Waits for the first matching event. */
    public Event event(Predicate<Event> wanted) {
        return await().atMost(Duration.ofSeconds(20))
                .until(() -> events.stream().filter(wanted).findFirst(), java.util.Optional::isPresent)
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }

    private void read() {
        try (var reader = new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8))) {
            String id = "";
            String type = "";
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                lines.add(line);
                if (line.startsWith("id: ")) {
                    id = line.substring(4);
                } else if (line.startsWith("event: ")) {
                    type = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(new Event(id, type, line.substring(6)));
                }
            }
        } catch (IOException closed) {
            // Either side closed the stream.
        }
        ended = true;
    }

    /** A received event. */
    public record Event(String id, String type, String data) {

        public boolean is(String otherType, Object in) {
            return type.equals(otherType) && data.contains(in.toString());
        }
    }
}
