package io.counterpart.channel.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.counterpart.channel.security.Caller;
import io.counterpart.support.problem.StandardProblem;

/** The event stream of a channel. */
@RestController
@RequestMapping("/api/v1/events")
class EventController {

    // How soon a client reconnects after the end of the stream.
    private static final byte[] RETRY = "retry: 2000\n\n".getBytes(StandardCharsets.UTF_8);

    private final EventRepository repository;
    private final EventSequencer numbering;
    private final EventSubscribers subscribers;
    private final EventDispatcher pump;
    private final EventProperties properties;

    EventController(
            EventRepository repository,
            EventSequencer numbering,
            EventSubscribers subscribers,
            EventDispatcher pump,
            EventProperties properties) {
        this.repository = repository;
        this.numbering = numbering;
        this.subscribers = subscribers;
        this.pump = pump;
        this.properties = properties;
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
    @GetMapping(produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    void listen(
            @AuthenticationPrincipal Caller caller,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        subscribers.refuseIfFull(caller);
        // A client without a Last-Event-ID receives no event before this moment.
        long latest = numbering.latestNumber();
        long from = lastEventId == null ? latest : number(lastEventId);
        boolean missed = from > latest || from < repository.oldest() - 1;
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        // Proxies that know this header pass each event on at once.
        response.setHeader("X-Accel-Buffering", "no");
        AsyncContext exchange = request.startAsync();
        exchange.setTimeout(properties.lifetime().toMillis());
        var stream = new EventSubscription(caller, exchange, missed ? latest : from, pump::signal, subscribers::leave);
        exchange.addListener(new StreamCompletion(stream));
        subscribers.admit(stream);
        stream.offer(RETRY);
        if (missed) {
            stream.offer(StoredEvent.missedUntil(latest));
        }
        response.getOutputStream().setWriteListener(stream);
        pump.signal();
    }

    private static long number(String lastEventId) {
        try {
            return Math.max(0, Long.parseLong(lastEventId));
        } catch (NumberFormatException e) {
            throw StandardProblem.MALFORMED_REQUEST.because("Last-Event-ID is not the ID of an event of this service.");
        }
    }

    /** Ends the subscription when the exchange ends for any reason. */
    private record StreamCompletion(EventSubscription stream) implements AsyncListener {

        @Override
        public void onComplete(AsyncEvent event) {
            stream.end();
        }

        @Override
        public void onTimeout(AsyncEvent event) {
            stream.end();
        }

        @Override
        public void onError(AsyncEvent event) {
            stream.end();
        }

        @Override
        public void onStartAsync(AsyncEvent event) {
            // The exchange is never started again.
        }
    }
}
