package io.counterpart.hq.deadletter;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.audit.Actor;
import io.counterpart.hq.audit.AuditAction;
import io.counterpart.hq.audit.AuditChange;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.deadletter.DeadLetterRepository.Settlement;
import io.counterpart.hq.page.ListPage;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.messaging.intake.DeadLetterPublisher;

/** Lists dead letters, and retries or discards them on behalf of an operator. */
@Service
public class DeadLetterService {

    private final DeadLetterRepository letters;
    private final DeadLetterClaimRepository claims;
    private final DeadLetterPublisher publisher;
    private final AuditService audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadLetterService(
            DeadLetterRepository letters,
            DeadLetterClaimRepository claims,
            DeadLetterPublisher publisher,
            AuditService audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.letters = letters;
        this.claims = claims;
        this.publisher = publisher;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Newest first. */
    List<DeadLetter> list(DeadLetterFilter filter, long before, int limit) {
        return letters.list(filter, false, before, limit);
    }

    ListPage<DeadLetter> page(DeadLetterFilter filter, DeadLetterPosition position) {
        boolean ahead = position.after() != null;
        var read = new ArrayList<>(letters.list(filter, position.isAscending(), position.start(), ListPage.READ));
        if (ahead) {
            Collections.reverse(read);
        }
        ListPage<DeadLetter> page = ListPage.of(read, position.before() != null, ahead);
        return page.isBeyondTheStart(ahead) ? page(filter, position.ofTheStart()) : page;
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
        if (!letter.isOpen()) {
            return;
        }
        UUID claim = UUID.randomUUID();
        SortedMap<Long, ProducerRecord<String, byte[]>> record = claims.claim(id, claim, clock.instant());
        if (record.isEmpty()) {
            requireResolved(id);
            return;
        }
        if (publisher.republish(record).acknowledged().isEmpty()) {
            claims.release(claim);
            throw HqProblem.TRY_AGAIN.because(
                    "Message broker unavailable. The dead letter is kept; try again in a few seconds.");
        }
        settle(letter, claim, new Settlement("RETRIED", who, "Requeued", clock.instant()));
    }

    public void discard(long id, String who, String why) {
        DeadLetter letter = find(id);
        if (letter.isOpen() && !settle(letter, null, new Settlement("DISCARDED", who, why, clock.instant()))) {
            requireResolved(id);
        }
    }

    // Another operator resolved it in the meantime, which is fine, or a retry is publishing it.
    private void requireResolved(long id) {
        if (find(id).isOpen()) {
            throw HqProblem.DEAD_LETTER_IN_PROGRESS.problem();
        }
    }

    private boolean settle(DeadLetter letter, @Nullable UUID claim, Settlement settlement) {
        return Boolean.TRUE.equals(transaction.execute(outcome -> {
            boolean settled = letters.settle(letter.id(), claim, settlement);
            if (settled) {
                note(letter, settlement);
            }
            return settled;
        }));
    }

    private void note(DeadLetter letter, Settlement settlement) {
        String status = settlement.status();
        audit.noteChanges(
                Actor.user(settlement.who()),
                new AuditAction(status.equals("RETRIED") ? "requeue" : "discard", "Dead letter " + letter.id()),
                Map.of("topic", letter.topic(), "reason", settlement.why()),
                List.of(new AuditChange("status", letter.status(), status)));
    }
}
