package io.counterpart.stack.tour;

import java.io.IOException;
import java.sql.SQLException;

/** One promise, shown on the running stack. */
interface TourStep {

    String title();

    /** Throws {@link TourFailedException} when the promise does not hold. */
    void run(StepReport report) throws IOException, SQLException;
}
