package io.counterpart.stack;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

import io.counterpart.stack.tour.Tour;
import io.counterpart.stack.tour.TourContext;
import io.counterpart.stack.tour.TourFailedException;

/** Starts the stack, runs the tour and waits for Ctrl-C. */
final class Launcher {

    private static final int PASSED = 0;
    private static final int FAILED = 1;

    private final StackOptions options;
    private final boolean tour;
    private final boolean exitAfterTour;
    // In UTF-8 regardless of the locale: customer names occur in every script.
    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    Launcher(StackOptions options, boolean tour, boolean exitAfterTour) {
        this.options = options;
        this.tour = tour;
        this.exitAfterTour = exitAfterTour;
    }

    /** Runs the command and returns the exit status. */
    int run() {
        out.println("Starting Counterpart. The first start takes longest. Logs: %s"
                .formatted(options.data().resolve("logs")));
        try (LocalStack stack = LocalStack.start(options, new StartAnnouncer())) {
            boolean passed = !tour || runTour(stack);
            if (exitAfterTour) {
                return passed ? PASSED : FAILED;
            }
            new StartSummary(stack).print(out);
            awaitInterrupt();
            return PASSED;
        }
    }

    private boolean runTour(LocalStack stack) {
        try {
            new Tour(contextOf(stack), out).run();
            out.println();
            out.println("All tour steps passed.");
            return true;
        } catch (TourFailedException e) {
            out.println();
            out.println(e.getMessage());
            return false;
        }
    }

    private static TourContext contextOf(LocalStack stack) {
        return new TourContext(
                stack.harbor(),
                stack.station(),
                stack.online(),
                stack.hq(),
                stack.jdbcUrl("hq"),
                () -> stack.stop("hq"),
                () -> stack.start("hq"));
    }

    // Ctrl-C ends the JVM, whose shutdown hook stops the stack: the latch is never counted down.
    private static void awaitInterrupt() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class StartAnnouncer implements StartListener {

        @Override
        public void started(String title, Duration took) {
            out.println("  ✓ %-28s %5.1f s".formatted(title, took.toMillis() / 1000.0));
        }

        @Override
        public void ending() {
            out.println();
            out.println("Stopping all processes. This takes a few seconds.");
        }

        @Override
        public void died(String name, Path logFile) {
            out.println(("%s stopped unexpectedly. Log: %s. To restart it, send POST /processes/%s/start to the "
                            + "control endpoint.")
                    .formatted(name, logFile, name));
        }
    }
}
