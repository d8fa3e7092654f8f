package io.counterpart.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.function.IntSupplier;

import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** One load test: creates the customers, follows their account numbers, and reports how long both took. */
public final class LoadTest {

    private static final int SHOW_MILLIS = 250;

    private final LoadOptions options;
    private final AccountNumberPoller numbers;
    private final AccountNumberSampler sampler;
    private final CustomerCreationLoad creation;
    private final PJobClient pJob;

    public LoadTest(Target target, LoadOptions options) {
        this.pJob = new PJobClient(target);
        this.options = options;
        this.numbers = new AccountNumberPoller(target.database());
        this.sampler = new AccountNumberSampler(target);
        this.creation = new CustomerCreationLoad(target, options, new CustomerPool(options.seed()), this::created);
    }

    public LoadReport run() throws InterruptedException {
        var follower = new Thread(numbers, "numbers");
        follower.setDaemon(true);
        try (sampler) {
            if (options.backlog()) {
                pJob.hold();
            }
            Instant begin = Instant.now();
            follower.start();
            Duration creating = create();
            if (options.backlog()) {
                begin = pJob.release();
            }
            awaitNumbers();
            return new LoadReport(creation, numbers, sampler, creating, Duration.between(begin, numbers.last()));
        } finally {
            // Also after an aborted measurement, so that the job is not left on hold.
            if (options.backlog()) {
                pJob.release();
            }
            follower.interrupt();
        }
    }

    private void created(CreatedCustomer customer) {
        numbers.follow(customer);
        if (!options.backlog()) {
            sampler.sampleIfFree(customer);
        }
    }

    private Duration create() throws InterruptedException {
        try (ProgressBar bar = bar("created")) {
            var shower =
                    new Thread(() -> show(bar, () -> (int) creation.latencies().count()), "show");
            shower.setDaemon(true);
            shower.start();
            Duration took = creation.run();
            shower.interrupt();
            shower.join();
            bar.stepTo(creation.latencies().count());
            return took;
        }
    }

    private void awaitNumbers() throws InterruptedException {
        Instant end = Instant.now().plus(options.limit());
        int expected = options.customers() - creation.failed();
        try (ProgressBar bar = bar("numbers")) {
            while (numbers.arrived() < expected && Instant.now().isBefore(end)) {
                bar.stepTo(numbers.arrived());
                Thread.sleep(SHOW_MILLIS);
            }
            bar.stepTo(numbers.arrived());
        }
    }

    private static void show(ProgressBar bar, IntSupplier done) {
        try {
            while (true) {
                bar.stepTo(done.getAsInt());
                Thread.sleep(SHOW_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private ProgressBar bar(String task) {
        return new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(options.customers())
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(SHOW_MILLIS)
                .showSpeed()
                .build();
    }
}
