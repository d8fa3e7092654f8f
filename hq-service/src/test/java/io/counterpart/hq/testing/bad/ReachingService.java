package io.counterpart.hq.testing.bad;

import io.counterpart.hq.problem.ETags;

/** Violates rules, so that a test verifies that they detect it. */
public class ReachingService {

    String answerOf(BadController controller) {
        return controller + ETags.tag(1);
    }
}
