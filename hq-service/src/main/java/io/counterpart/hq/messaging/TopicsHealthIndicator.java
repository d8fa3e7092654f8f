package io.counterpart.hq.messaging;

import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Reports an unreachable Kafka and topics whose settings can lose records; never down, because HQ serves requests regardless. */
@Component("kafkaTopics")
class TopicsHealthIndicator implements HealthIndicator {

    private final TopicState state;

    TopicsHealthIndicator(TopicState state) {
        this.state = state;
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        String problem = state.isReachable() ? state.problem() : "Kafka is not responding";
        if (problem != null) {
            health.withDetail("problem", problem);
        }
        return health.withDetail(
                        "differences",
                        state.differences().stream().map(TopicDifference::text).toList())
                .build();
    }
}
