package io.counterpart.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Polls a sample of the customers over HTTP, as a POS terminal does, until the account number is visible. This verifies
 * the times from the database: it includes commit and response, and up to one pause between two requests.
 */
final class AccountNumberSampler implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long PAUSE_MILLIS = 5;

    private final Target target;
    private final LatencyHistogram latencies = new LatencyHistogram();
    // One at a time, or the requests would add load.
    private final Semaphore free = new Semaphore(1);
    private final ExecutorService thread = Executors.newSingleThreadExecutor();

    AccountNumberSampler(Target target) {
        this.target = target;
    }

    void sampleIfFree(CreatedCustomer created) {
        if (free.tryAcquire()) {
            thread.execute(() -> sample(created));
        }
    }

    LatencyHistogram latencies() {
        return latencies;
    }

    private void sample(CreatedCustomer created) {
        try {
            Instant end = created.answered().plus(LIMIT);
            while (Instant.now().isBefore(end)) {
                if (target.till()
                        .get(created.asyncCustomerId().toString())
                        .text("accountNumber")
                        .isPresent()) {
                    latencies.add(Duration.between(created.answered(), Instant.now()));
                    return;
                }
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            free.release();
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
