package io.counterpart.endtoend;

import org.junit.jupiter.api.Test;

import io.counterpart.stack.tour.Tour;
import io.counterpart.stack.tour.TourContext;

/** The guided tour is a promise too: both modes, HQ away and back, an edit on its way, a broken operation mended. */
class GuidedTourScenario extends Scenario {

    @Test
    void everyStepOfTheTourHolds() {
        var ground = new TourContext(
                stack.harbor(),
                stack.station(),
                stack.online(),
                stack.hq(),
                stack.jdbcUrl("hq"),
                () -> stack.stop("hq"),
                () -> stack.start("hq"));

        // Throws with the step that does not hold, and why.
        new Tour(ground, System.out).run();
    }
}
