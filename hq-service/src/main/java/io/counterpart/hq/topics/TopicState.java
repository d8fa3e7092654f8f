package io.counterpart.hq.topics;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the last inspection of the topics found, for pages and health. */
@Component
public class TopicState {

    private volatile List<TopicDifference> differences = List.of();
    private volatile @Nullable String problem;

    /** Settings that a person has to correct; empty also as long as Kafka was not reached. */
    public List<TopicDifference> differences() {
        return differences;
    }

    /** Why topics cannot be created; null: they can. */
    public @Nullable String problem() {
        return problem;
    }

    /** Whether this differs from what was known before. */
    boolean updateDifferences(List<TopicDifference> found) {
        boolean changed = !found.equals(differences);
        differences = List.copyOf(found);
        return changed;
    }

    /** Whether this differs from what was known before. */
    boolean updateProblem(@Nullable String reason) {
        boolean changed = reason != null && !reason.equals(problem);
        problem = reason;
        return changed;
    }
}
