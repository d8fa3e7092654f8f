package io.counterpart.hq.deadletter;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.apache.kafka.common.KafkaException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.audit.Actor;
import io.counterpart.hq.audit.AuditAction;
import io.counterpart.hq.audit.AuditChange;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.messaging.intake.DeadLetterPublisher;

/** Lists dead letters, and retries or discards them on behalf of an operator. */
@Service
public class DeadLetterService {

    private final DeadLetterRepository letters;
    private final DeadLetterPublisher publisher;
    private final AuditService audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadLetterService(
            DeadLetterRepository letters,
            DeadLetterPublisher publisher,
            AuditService audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.letters = letters;
        this.publisher = publisher;
        this.audit = audit;
        this.transaction = transaction;
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
            settle(letter, "RETRIED", who, "Requeued");
        }
    }

    public void discard(long id, String who, String why) {
        settle(find(id), "DISCARDED", who, why);
    }

    private void settle(DeadLetter letter, String status, String who, String why) {
        transaction.executeWithoutResult(outcome -> {
            if (letters.settle(letter.id(), status, who, why, clock.instant())) {
                audit.noteChanges(
                        Actor.user(who),
                        new AuditAction(status.equals("RETRIED") ? "requeue" : "discard", "Dead letter " + letter.id()),
                        Map.of("topic", letter.topic(), "reason", why),
                        List.of(new AuditChange("status", letter.status(), status)));
            }
        });
    }

    private void send(DeadLetter letter) {
        try {
            publisher.republish(letters.record(letter.id()));
        } catch (KafkaException e) {
            throw HqProblem.TRY_AGAIN.because(
                    "Message broker unavailable. The dead letter is kept; try again in a few seconds.");
        }
    }
}
