package io.counterpart.stack.tour;

import java.io.IOException;
import java.sql.SQLException;

/** One promise, shown on the running stack. */
interface TourStep {

    String title();

    /** Throws {@link TourFailure} when the promise does not hold. */
    void take(StepReport report) throws IOException, SQLException;
}
