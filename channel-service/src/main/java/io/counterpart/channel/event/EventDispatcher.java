package io.counterpart.channel.event;

import java.time.Duration;
import java.util.List;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import io.counterpart.messaging.Pause;
import io.counterpart.messaging.Worker;

/** Reads new events once for all subscriptions of this instance, on one thread, and is idle without subscriptions. */
@Component
class EventDispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventDispatcher.class);
    private static final int PAGE = 500;

    // Commits in quick succession are read together.
    private static final Duration GATHERING = Duration.ofMillis(20);

    private final EventRepository repository;
    private final EventSequencer numbering;
    private final EventSubscribers subscribers;
    private final EventProperties properties;
    private final Worker worker;
    private boolean idle = true;
    private long position;
    private long lastHeartbeat;

    EventDispatcher(
            EventRepository repository,
            EventSequencer numbering,
            EventSubscribers subscribers,
            EventProperties properties) {
        this.repository = repository;
        this.numbering = numbering;
        this.subscribers = subscribers;
        this.properties = properties;
        this.worker = new Worker("channel-events", this::runOnce, this::pauseAfterFailure).gathering(GATHERING);
    }

    /** Signals a commit, a new subscription or a drained one. */
    void signal() {
        if (!subscribers.isEmpty()) {
            worker.signal();
        }
    }

    private Pause runOnce() {
        dropTheStuck();
        if (subscribers.isEmpty()) {
            idle = true;
            return Pause.UNTIL_SIGNAL;
        }
        if (idle) {
            position = numbering.latestNumber();
            idle = false;
        }
        long before = position;
        long latest = numbering.latestNumber();
        List<StoredEvent> fresh = before < latest ? repository.between(before, latest, PAGE) : List.of();
        position = fresh.size() < PAGE ? latest : fresh.get(PAGE - 1).id();
        boolean behind = position < latest;
        for (EventSubscription stream : subscribers) {
            if (stream.position() == before && stream.hasRoomFor(fresh.size())) {
                fresh.forEach(stream::offer);
                stream.moveTo(position);
            } else {
                behind |= catchUp(stream);
            }
        }
        beat();
        return behind ? Pause.NONE : Pause.atMost(properties.poll());
    }

    private Pause pauseAfterFailure(RuntimeException failure, int failures) {
        log.warn(
                "Events could not be dispatched and will be retried: {}",
                failure.getClass().getSimpleName());
        return Pause.atMost(properties.poll());
    }

    /** Sends page by page, as fast as the subscription accepts them; true: there is more to send at once. */
    private boolean catchUp(EventSubscription stream) {
        if (!stream.isDrained()) {
            return false;
        }
        List<StoredEvent> page = repository.between(stream.position(), position, PAGE);
        page.forEach(stream::offer);
        boolean done = page.size() < PAGE;
        stream.moveTo(
                done
                        ? Math.max(position, stream.position())
                        : page.get(PAGE - 1).id());
        return !done;
    }

    private void dropTheStuck() {
        long patience = properties.patience().toNanos();
        for (EventSubscription stream : subscribers) {
            if (stream.isStuckFor(patience)) {
                log.info(
                        "Event stream {} reads too slowly and is closed",
                        stream.caller().getName());
                stream.end();
            }
        }
    }

    private void beat() {
        long now = System.nanoTime();
        if (now - lastHeartbeat > properties.heartbeat().toNanos()) {
            lastHeartbeat = now;
            subscribers.forEach(EventSubscription::heartbeat);
        }
    }

    @Override
    public void start() {
        lastHeartbeat = System.nanoTime();
        worker.start();
    }

    // The highest phase stops first: open streams would delay the graceful shutdown of the web server.
    @Override
    public void stop() {
        worker.stop(Duration.ZERO);
        subscribers.forEach(EventSubscription::end);
    }

    @Override
    public boolean isRunning() {
        return worker.isRunning();
    }
}
