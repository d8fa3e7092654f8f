package io.counterpart.stack.tour;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import io.counterpart.stack.client.UnexpectedAnswer;

/** The guided tour, step after step; it ends at the first that does not hold. */
public final class Tour {

    private final List<TourStep> steps;
    private final PrintStream out;

    public Tour(TourGround ground, PrintStream out) {
        var customer = TourCustomer.next();
        var whileAway = TourCustomer.next();
        this.out = out;
        this.steps = List.of(
                new CreateInAsyncMode(ground.harbor(), customer),
                new AccountNumberArrives(ground.harbor(), ground.hqDatabase(), customer),
                new OtherChannelsFindTheCustomer(ground.station(), ground.online(), customer),
                new SyncModeAnswersAtOnce(ground),
                new HeadquartersAway(ground, whileAway),
                new HeadquartersIsBack(ground, whileAway),
                new EditTravels(ground, customer),
                new BrokenOperationIsMended(ground));
    }

    /** Throws {@link TourFailure} with the sentence that says which step did not hold, and why. */
    public void take() {
        int number = 1;
        for (TourStep step : steps) {
            take(number++, step);
        }
    }

    private void take(int number, TourStep step) {
        out.println();
        out.println("(%d) %s".formatted(number, step.title()));
        long begin = System.nanoTime();
        try {
            step.take(new StepReport(out));
        } catch (TourFailure | UnexpectedAnswer e) {
            throw new TourFailure("✗ Step %d, %s: %s".formatted(number, step.title(), e.getMessage()), e);
        } catch (IOException | SQLException e) {
            throw new TourFailure(
                    "✗ Step %d, %s: %s (%s)"
                            .formatted(
                                    number,
                                    step.title(),
                                    e.getMessage(),
                                    e.getClass().getSimpleName()),
                    e);
        }
        out.println("    ✓ %s".formatted(StepReport.millis(Duration.ofNanos(System.nanoTime() - begin))));
    }
}
