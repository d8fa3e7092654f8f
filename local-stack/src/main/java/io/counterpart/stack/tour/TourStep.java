package io.counterpart.stack.tour;

import java.io.IOException;
import java.sql.SQLException;

/** One guarantee, demonstrated on the running stack. */
interface TourStep {

    String title();

    /** Throws {@link TourFailedException} when the guarantee does not hold. */
    void run(StepReport report) throws IOException, SQLException;
}
