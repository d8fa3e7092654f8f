package io.counterpart.hq.topics;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The result of the last inspection of the topics, for pages and health. */
@Component
public class TopicState {

    private volatile List<TopicDifference> differences = List.of();
    private volatile @Nullable String problem;

    /** Settings that an operator has to correct; also empty until Kafka was reached. */
    public List<TopicDifference> differences() {
        return differences;
    }

    /** Null: topics can be created. */
    public @Nullable String problem() {
        return problem;
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
