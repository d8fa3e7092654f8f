package io.counterpart.hq.messaging;

import java.time.Clock;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Detects topics that were created again, on exactly one node, in the transaction of the consequences. */
@Service
class TopicIdentityService {

    private final PublishedTopicRepository repository;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final Counter recreated;

    TopicIdentityService(
            PublishedTopicRepository repository, ApplicationEventPublisher events, Clock clock, MeterRegistry meters) {
        this.repository = repository;
        this.events = events;
        this.clock = clock;
        this.recreated = Counter.builder("hq.topics.recreated")
                .description("Topics found re-created and republished")
                .register(meters);
    }

    @Transactional
    Set<String> compare(Map<String, String> idsByName) {
        Set<String> changed = repository.save(idsByName, clock.instant());
        if (!changed.isEmpty()) {
            events.publishEvent(new TopicsRecreatedEvent(changed));
            recreated.increment(changed.size());
        }
        return changed;
    }
}
