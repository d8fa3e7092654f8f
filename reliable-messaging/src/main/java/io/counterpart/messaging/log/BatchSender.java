package io.counterpart.messaging.log;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;

import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

import io.counterpart.messaging.RecordSender;

/**
 * Sends all rows of one batch before it waits for the first acknowledgment, and renews the lease while it does so.
 * Without the renewal, if Kafka took longer than the lease, two owners would alternate and neither would ever mark a
 * row.
 */
final class BatchSender {

    private final RecordSender sender;
    private final RelaySettings settings;
    private final BooleanSupplier renewLease;
    private final SendOutcome outcome = new SendOutcome();
    private final long renewAfterNanos;
    private final long deadline;
    private long renewAt;

    /** @param renewLease renews the lease; true if this owner still holds it, then for its full duration from now */
    BatchSender(RecordSender sender, RelaySettings settings, BooleanSupplier renewLease) {
        this.sender = sender;
        this.settings = settings;
        this.renewLease = renewLease;
        this.renewAfterNanos = settings.lease().toNanos() / 3;
        this.deadline = System.nanoTime() + settings.sendTimeout().toNanos();
        this.renewAt = System.nanoTime() + renewAfterNanos;
    }

    SendOutcome send(List<LogRecord> batch) {
        var acknowledgements = new ArrayList<Future<RecordMetadata>>(batch.size());
        // While Kafka is unavailable, each send blocks for the producer's max.block.ms, so the deadline is checked
        // between sends.
        for (int i = 0; i < batch.size() && mayContinue(); i++) {
            acknowledgements.add(send(batch.get(i)));
        }
        try {
            for (int i = 0; i < acknowledgements.size(); i++) {
                await(batch.get(i).counter(), acknowledgements.get(i));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome.fail("The relay was stopped");
        }
        return outcome;
    }

    private Future<RecordMetadata> send(LogRecord row) {
        try {
            return sender.send(row.record());
        } catch (KafkaException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private void await(long counter, Future<RecordMetadata> acknowledgement) throws InterruptedException {
        while (true) {
            boolean patient = mayContinue();
            try {
                acknowledgement.get(patient ? renewAfterNanos : 0, TimeUnit.NANOSECONDS);
                outcome.sent(counter);
                return;
            } catch (ExecutionException e) {
                outcome.failed(counter, e.getCause() == null ? e : e.getCause());
                return;
            } catch (TimeoutException e) {
                if (!patient) {
                    return;
                }
            }
        }
    }

    private boolean mayContinue() {
        long now = System.nanoTime();
        if (now - deadline >= 0) {
            outcome.fail("Kafka did not acknowledge in %s".formatted(settings.sendTimeout()));
        } else if (now - renewAt >= 0) {
            renewAt = now + renewAfterNanos;
            if (!renewLease.getAsBoolean()) {
                outcome.leaseLost(settings.name());
            }
        }
        return !outcome.isOver();
    }
}
