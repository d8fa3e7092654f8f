package io.counterpart.channel.event;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

import io.counterpart.channel.security.Caller;
import io.counterpart.support.problem.StandardProblem;

/** Those who listen to this instance, not more than it can bear. */
@Component
class Audience implements Iterable<EventStream> {

    /** More than one till ever opens; a page that connects in a loop takes nobody else's place. */
    static final int MOST_OF_ONE_CALLER = 20;

    private final Set<EventStream> streams = ConcurrentHashMap.newKeySet();
    private final int most;

    Audience(EventProperties properties, MeterRegistry registry) {
        this.most = properties.listeners();
        Gauge.builder("counterpart.events.listeners", streams, Set::size)
                .description("Tills and storefronts that listen to events")
                .register(registry);
    }

    void refuseIfFull(Caller caller) {
        long ofThisCaller =
                streams.stream().filter(other -> other.caller().equals(caller)).count();
        if (streams.size() >= most || ofThisCaller >= MOST_OF_ONE_CALLER) {
            throw StandardProblem.RATE_LIMITED.because("Too many listen to events already. Please try again later.");
        }
    }

    void admit(EventStream stream) {
        streams.add(stream);
    }

    void leave(EventStream stream) {
        streams.remove(stream);
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    @Override
    public Iterator<EventStream> iterator() {
        return streams.iterator();
    }
}
