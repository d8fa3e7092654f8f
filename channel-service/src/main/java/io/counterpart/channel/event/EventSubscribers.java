package io.counterpart.channel.event;

import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

import io.counterpart.channel.security.Caller;
import io.counterpart.channel.security.DeviceTokenService;
import io.counterpart.support.problem.StandardProblem;

/** The subscriptions of this instance, with limits on their number. */
@Component
class EventSubscribers implements Iterable<EventSubscription> {

    private static final Logger log = LoggerFactory.getLogger(EventSubscribers.class);

    /** More than a till ever opens; a client that connects in a loop cannot use up the streams of others. */
    static final int MOST_OF_ONE_CALLER = 20;

    private final Set<EventSubscription> streams = ConcurrentHashMap.newKeySet();
    private final DeviceTokenService tokens;
    private final int most;

    EventSubscribers(EventProperties properties, DeviceTokenService tokens, MeterRegistry registry) {
        this.tokens = tokens;
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

    /** Ends the streams whose token was revoked or has expired. */
    @Scheduled(fixedDelay = 1, timeUnit = TimeUnit.SECONDS)
    void endRevoked() {
        Set<String> open = streams.stream().map(it -> it.caller().token()).collect(Collectors.toSet());
        if (open.isEmpty()) {
            return;
        }
        try {
            Set<String> valid = tokens.valid(open);
            streams.stream().filter(it -> !valid.contains(it.caller().token())).forEach(EventSubscription::end);
        } catch (DataAccessException e) {
            log.debug("The tokens of event streams could not be checked: {}", e.getMessage());
        }
    }

    boolean isEmpty() {
        return streams.isEmpty();
    }

    @Override
    public Iterator<EventSubscription> iterator() {
        return streams.iterator();
    }
}
