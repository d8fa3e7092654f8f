package io.counterpart.hq.deadletter;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.springframework.stereotype.Service;

import io.counterpart.hq.problem.Problem;

/** Lets people read dead letters, try them again, or discard them with a reason. */
@Service
public class DeadLetterDesk {

    private static final long PATIENCE_SECONDS = 10;

    private final DeadLetterRepository letters;
    private final Producer<String, byte[]> producer;
    private final Clock clock;

    DeadLetterDesk(DeadLetterRepository letters, Producer<String, byte[]> producer, Clock clock) {
        this.letters = letters;
        this.producer = producer;
        this.clock = clock;
    }

    public List<DeadLetter> list(boolean openOnly, long before, int limit) {
        return letters.list(openOnly, before, limit);
    }

    public DeadLetter find(long id) {
        return letters.find(id).orElseThrow(() -> Problem.notFound("dead-letter-not-found", "Dead letter"));
    }

    /** Sends it to its own topic again. Dying in between sends it twice, which its reader bears. */
    public void retry(long id, String who) {
        DeadLetter letter = find(id);
        if (letter.isOpen()) {
            send(letter);
            letters.settle(id, "RETRIED", who, "Tried again", clock.instant());
        }
    }

    public void discard(long id, String who, String why) {
        find(id);
        letters.settle(id, "DISCARDED", who, why, clock.instant());
    }

    private void send(DeadLetter letter) {
        try {
            producer.send(new ProducerRecord<>(letter.topic(), letter.key(), letters.value(letter.id()).orElse(null)))
                    .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw away();
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw away();
        }
    }

    private static Problem away() {
        return new Problem(503, "try-again", "Kafka did not take it", "The letter is kept. Please try again in a moment.");
    }
}
