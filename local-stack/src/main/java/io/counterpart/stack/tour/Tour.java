package io.counterpart.stack.tour;

import java.io.IOException;
import java.io.PrintStream;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

import io.counterpart.stack.client.UnexpectedResponseException;

/** The guided tour, step by step; it ends at the first step that fails. */
public final class Tour {

    private final List<TourStep> steps;
    private final PrintStream out;

    public Tour(TourContext ground, PrintStream out) {
        var customer = TourCustomer.next();
        var whileAway = TourCustomer.next();
        this.out = out;
        this.steps = List.of(
                new AsyncCreationStep(ground.harbor(), customer),
                new AccountNumberStep(ground.harbor(), ground.hqDatabase(), customer),
                new CrossChannelSearchStep(ground.station(), ground.online(), customer),
                new SyncCreationStep(ground),
                new HeadquartersDownStep(ground, whileAway),
                new HeadquartersRecoveryStep(ground, whileAway),
                new EditPropagationStep(ground, customer),
                new RepairOperationStep(ground));
    }

    /** Throws {@link TourFailedException} with a sentence that names the failed step and the reason. */
    public void run() {
        int number = 1;
        for (TourStep step : steps) {
            run(number++, step);
        }
    }

    private void run(int number, TourStep step) {
        out.println();
        out.println("(%d) %s".formatted(number, step.title()));
        long begin = System.nanoTime();
        try {
            step.run(new StepReport(out));
        } catch (TourFailedException | UnexpectedResponseException e) {
            throw new TourFailedException("✗ Step %d, %s: %s".formatted(number, step.title(), e.getMessage()), e);
        } catch (IOException | SQLException e) {
            throw new TourFailedException(
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
