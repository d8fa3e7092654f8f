package io.counterpart.channel.event;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** One thread that reads new events once for all who listen here, and does nothing while nobody does. */
@Component
class EventDispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(EventDispatcher.class);
    private static final int PAGE = 500;

    // Commits that come close together are read together.
    private static final long GATHER_MILLIS = 20;

    private final EventRepository repository;
    private final EventSequencer numbering;
    private final EventSubscribers audience;
    private final EventProperties properties;
    private final Semaphore signalled = new Semaphore(0);
    private volatile @Nullable Thread thread;
    private long position;
    private long lastHeartbeat;

    EventDispatcher(
            EventRepository repository,
            EventSequencer numbering,
            EventSubscribers audience,
            EventProperties properties) {
        this.repository = repository;
        this.numbering = numbering;
        this.audience = audience;
        this.properties = properties;
    }

    /** Something was committed, or somebody came, or took all that waited. */
    void signal() {
        if (!audience.isEmpty()) {
            signalled.release();
        }
    }

    private void run() {
        while (thread == Thread.currentThread()) {
            try {
                if (audience.isEmpty()) {
                    signalled.acquire();
                    position = numbering.latestNumber();
                } else if (signalled.tryAcquire(properties.poll().toMillis(), TimeUnit.MILLISECONDS)) {
                    TimeUnit.MILLISECONDS.sleep(GATHER_MILLIS);
                }
                signalled.drainPermits();
                runOnce();
            } catch (InterruptedException stopped) {
                return;
            } catch (RuntimeException e) {
                log.warn("Events wait: {}", e.getClass().getSimpleName());
            }
        }
    }

    private void runOnce() {
        dropTheStuck();
        if (audience.isEmpty()) {
            return;
        }
        long before = position;
        long latest = numbering.latestNumber();
        List<StoredEvent> fresh = before < latest ? repository.between(before, latest, PAGE) : List.of();
        position = fresh.size() < PAGE ? latest : fresh.get(PAGE - 1).id();
        boolean behind = position < latest;
        for (EventSubscription stream : audience) {
            if (stream.position() == before && stream.hasRoomFor(fresh.size())) {
                fresh.forEach(stream::offer);
                stream.moveTo(position);
            } else {
                behind |= catchUp(stream);
            }
        }
        beat();
        if (behind) {
            signalled.release();
        }
    }

    /** Page by page, as fast as the listener takes them; true when there is more for it at once. */
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
        for (EventSubscription stream : audience) {
            if (stream.isStuckFor(patience)) {
                log.info("{} reads too slowly and is dropped", stream.caller().getName());
                stream.end();
            }
        }
    }

    private void beat() {
        long now = System.nanoTime();
        if (now - lastHeartbeat > properties.heartbeat().toNanos()) {
            lastHeartbeat = now;
            audience.forEach(EventSubscription::heartbeat);
        }
    }

    @Override
    public synchronized void start() {
        lastHeartbeat = System.nanoTime();
        var pump = new Thread(this::run, "channel-events");
        pump.setDaemon(true);
        thread = pump;
        pump.start();
    }

    // The highest phase stops first: open streams would hold up the graceful end of the web server.
    @Override
    public synchronized void stop() {
        Thread pump = thread;
        thread = null;
        if (pump != null) {
            pump.interrupt();
        }
        audience.forEach(EventSubscription::end);
    }

    @Override
    public boolean isRunning() {
        return thread != null;
    }
}
