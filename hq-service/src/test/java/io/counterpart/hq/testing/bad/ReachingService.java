package io.counterpart.hq.testing.bad;

import io.counterpart.hq.problem.ETags;

/** Breaks rules, so that a test sees them catch it. */
public class ReachingService {

    String answerOf(BadController controller) {
        return controller + ETags.tag(1);
    }
}
