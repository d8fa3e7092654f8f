package io.counterpart.channel.event;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Consumer;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;

import io.counterpart.channel.security.Caller;

/**
 * The open response to one client. Writes without blocking: a slow client occupies no thread, only its own queue, and
 * receives no more events until the queue is empty.
 */
final class EventSubscription implements WriteListener {

    private static final byte[] HEARTBEAT = ": heartbeat\n\n".getBytes(StandardCharsets.UTF_8);
    private static final int MOST_WAITING = 1_000;

    private final Caller caller;
    private final AsyncContext exchange;
    private final ServletOutputStream out;
    private final Runnable onDrained;
    private final Consumer<EventSubscription> onEnd;
    private final Queue<byte[]> waiting = new ArrayDeque<>();
    private boolean writable;
    private boolean unflushed;
    private boolean ended;
    private boolean drainAwaited;
    private long lastProgress = System.nanoTime();

    // Used by the dispatcher's thread only.
    private long position;

    EventSubscription(
            Caller caller, AsyncContext exchange, long position, Runnable onDrained, Consumer<EventSubscription> onEnd)
            throws IOException {
        this.caller = caller;
        this.exchange = exchange;
        this.out = exchange.getResponse().getOutputStream();
        this.position = position;
        this.onDrained = onDrained;
        this.onEnd = onEnd;
    }

    Caller caller() {
        return caller;
    }

    /** The number of the last event that was queued for this client. */
    long position() {
        return position;
    }

    void moveTo(long newPosition) {
        position = newPosition;
    }

    void offer(StoredEvent event) {
        if (event.isFor(caller.channel())) {
            offer(event.textFor(caller.channel()));
        }
    }

    void heartbeat() {
        offer(HEARTBEAT);
    }

    synchronized boolean hasRoomFor(int events) {
        return waiting.size() + events <= MOST_WAITING;
    }

    /** Whether everything is written; if not, {@code onDrained} runs when it is. */
    synchronized boolean isDrained() {
        drainAwaited = !waiting.isEmpty();
        return !drainAwaited;
    }

    synchronized boolean isStuckFor(long nanos) {
        return !waiting.isEmpty() && System.nanoTime() - lastProgress > nanos;
    }

    synchronized void offer(byte[] text) {
        if (ended) {
            return;
        }
        if (waiting.isEmpty()) {
            lastProgress = System.nanoTime();
        }
        waiting.add(text);
        if (writable) {
            write();
        }
    }

    @Override
    public synchronized void onWritePossible() {
        writable = true;
        write();
    }

    @Override
    public void onError(Throwable failure) {
        end();
    }

    synchronized void end() {
        if (ended) {
            return;
        }
        ended = true;
        waiting.clear();
        onEnd.accept(this);
        try {
            exchange.complete();
        } catch (IllegalStateException completedAlready) {
            // The container completed the exchange first, for example because the client disconnected.
        }
    }

    // Writes as long as the socket accepts data; then the container calls onWritePossible.
    private void write() {
        try {
            while (!ended && out.isReady()) {
                byte[] next = waiting.poll();
                if (next != null) {
                    out.write(next);
                    unflushed = true;
                    lastProgress = System.nanoTime();
                } else if (unflushed) {
                    unflushed = false;
                    out.flush();
                } else {
                    notifyWaiter();
                    return;
                }
            }
        } catch (IOException | RuntimeException gone) {
            end();
        }
    }

    private void notifyWaiter() {
        if (drainAwaited) {
            drainAwaited = false;
            onDrained.run();
        }
    }
}
