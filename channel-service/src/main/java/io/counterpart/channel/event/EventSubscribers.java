package io.counterpart.channel.event;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import io.counterpart.channel.security.Caller;
import io.counterpart.support.problem.StandardProblem;

/** The subscriptions of this instance, with limits on their number. */
@Component
class EventSubscribers implements Iterable<EventSubscription> {

    /** More than a till ever opens; a client that connects in a loop cannot use up the streams of others. */
    static final int MOST_OF_ONE_CALLER = 20;

    private final Set<EventSubscription> streams = ConcurrentHashMap.newKeySet();
    private final int most;

    EventSubscribers(EventProperties properties, MeterRegistry registry) {
        this.most = properties.listeners();
        Gauge.builder("counterpart.events.listeners", streams, Set::size)
                .description("Open event streams of POS terminals and storefronts")
                .register(registry);
    }

    void refuseIfFull(Caller caller) {
        long ofThisCaller =
                streams.stream().filter(other -> other.caller().equals(caller)).count();
        if (streams.size() >= most || ofThisCaller >= MOST_OF_ONE_CALLER) {
            throw StandardProblem.RATE_LIMITED.because("Too many event streams are open. Try again later.");
        }
    }

    void admit(EventSubscription stream) {
        streams.add(stream);
    }

    void leave(EventSubscription stream) {
        streams.remove(stream);
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    @Override
    public Iterator<EventSubscription> iterator() {
        return streams.iterator();
    }
}
