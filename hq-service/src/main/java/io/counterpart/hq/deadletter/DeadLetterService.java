package io.counterpart.hq.deadletter;

import java.time.Clock;
import java.util.List;

import org.apache.kafka.common.KafkaException;
import org.springframework.stereotype.Service;

import io.counterpart.hq.problem.HqProblem;
import io.counterpart.messaging.intake.DeadLetterPublisher;

/** Lists dead letters, and retries or discards them on behalf of an operator. */
@Service
public class DeadLetterService {

    private final DeadLetterRepository letters;
    private final DeadLetterPublisher publisher;
    private final Clock clock;

    DeadLetterService(DeadLetterRepository letters, DeadLetterPublisher publisher, Clock clock) {
        this.letters = letters;
        this.publisher = publisher;
        this.clock = clock;
    }

    public List<DeadLetter> list(boolean openOnly, long before, int limit) {
        return letters.list(openOnly, before, limit);
    }

    public DeadLetter find(long id) {
        return letters.find(id).orElseThrow(() -> HqProblem.DEAD_LETTER_NOT_FOUND.problem());
    }

    /**
     * Publishes the record to its original topic again. A crash before the status is saved can publish it twice, which
     * its consumer tolerates.
     */
    public void retry(long id, String who) {
        DeadLetter letter = find(id);
        if (!letter.isRetryable()) {
            throw HqProblem.DEAD_LETTER_NOT_RETRYABLE.problem();
        }
        if (letter.isOpen()) {
            send(letter);
            letters.settle(id, "RETRIED", who, "Requeued", clock.instant());
        }
    }

    public void discard(long id, String who, String why) {
        find(id);
        letters.settle(id, "DISCARDED", who, why, clock.instant());
    }

    private void send(DeadLetter letter) {
        try {
            publisher.republish(
                    letter.topic(), letter.key(), letters.value(letter.id()).orElse(null));
        } catch (KafkaException e) {
            throw HqProblem.TRY_AGAIN.because(
                    "Message broker unavailable. The dead letter is kept; try again in a few seconds.");
        }
    }
}
