package io.counterpart.hq.messaging;

import java.util.List;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The result of the last inspection of the topics, for pages and health. */
@Component
public class TopicState {

    private volatile List<TopicDifference> differences = List.of();
    private volatile @Nullable String problem;
    private volatile boolean reachable = true;

    TopicState(MeterRegistry meters) {
        Gauge.builder("hq.kafka.reachable", this, it -> it.reachable ? 1 : 0)
                .description("1: Kafka answered the last inspection of the topics")
                .register(meters);
    }

    /** Settings that an operator has to correct; also empty until Kafka was reached. */
    public List<TopicDifference> differences() {
        return differences;
    }

    /** Null: topics can be created. */
    public @Nullable String problem() {
        return problem;
    }

    boolean isReachable() {
        return reachable;
    }

    void updateReachable(boolean answered) {
        reachable = answered;
    }

    boolean updateDifferences(List<TopicDifference> found) {
        boolean changed = !found.equals(differences);
        differences = List.copyOf(found);
        return changed;
    }

    /** Returns whether there is a new problem. */
    boolean updateProblem(@Nullable String reason) {
        boolean changed = reason != null && !reason.equals(problem);
        problem = reason;
        return changed;
    }
}
