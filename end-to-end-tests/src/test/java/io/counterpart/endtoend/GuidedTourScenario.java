package io.counterpart.endtoend;

import org.junit.jupiter.api.Test;

import io.counterpart.stack.tour.Tour;
import io.counterpart.stack.tour.TourContext;

/**
 * The guided tour covers both modes, an outage of HQ, an edit that propagates, and the repair of a failed operation.
 * All records of all topics are described in the AsyncAPI document.
 */
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

        // Throws with the failed step and the reason.
        new Tour(ground, System.out).run();

        var records = new DescribedRecords(stack.addresses().kafka());
        eventually().untilAsserted(records::assertThatAllAreDescribed);
    }
}
