package io.counterpart.hq.deadletter;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.deadletter.DeadLetterRepository.Settlement;
import io.counterpart.hq.problem.HqProblem;

/** Groups dead letters by cause and topic, and retries or discards a group at once. */
@Service
class DeadLetterGroupService {

    // A statement has to end before the socket timeout.
    private static final int CHUNK = 5_000;

    private final DeadLetterGroupRepository groups;
    private final DeadLetterRetryRepository retries;
    private final DeadLetterRetryWorker worker;
    private final AuditService audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    DeadLetterGroupService(
            DeadLetterGroupRepository groups,
            DeadLetterRetryRepository retries,
            DeadLetterRetryWorker worker,
            AuditService audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.groups = groups;
        this.retries = retries;
        this.worker = worker;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    List<DeadLetterGroup> list(boolean all) {
        return groups.list(all);
    }

    Optional<DeadLetterGroup> find(boolean all, DeadLetterCause cause, String topic) {
        return groups.find(all, cause, topic);
    }

    DeadLetterRetry findRetry(UUID id) {
        return retries.find(id)
                .orElseThrow(() -> HqProblem.DEAD_LETTER_NOT_FOUND.because(
                        "No retry of dead letters has this ID. Old retries are purged."));
    }

    /**
     * Starts to requeue the selection in the background, or joins the retry of the group that is running already; empty
     * if nothing is left to retry.
     */
    Optional<DeadLetterRetry> retry(DeadLetterSelection selection, String reason) {
        if (!DeadLetterRetryPolicy.permits(selection.topic())) {
            throw HqProblem.DEAD_LETTER_NOT_RETRYABLE.problem();
        }
        Optional<DeadLetterRetry> retry =
                Objects.requireNonNull(transaction.execute(status -> started(selection, reason)));
        // Also one that was running: its instance may have died.
        retry.ifPresent(worker::start);
        return retry;
    }

    private Optional<DeadLetterRetry> started(DeadLetterSelection selection, String reason) {
        int total = groups.count(selection);
        if (total == 0) {
            return Optional.empty();
        }
        UUID id = UUID.randomUUID();
        if (!retries.add(id, selection, total, reason, AuditService.actor(), clock.instant())) {
            return retries.running(selection.cause(), selection.topic());
        }
        Map<String, Object> detail = detail(selection, total, reason);
        detail.put("retry", id.toString());
        audit.note("requeue-all", subject(selection), detail);
        return retries.find(id);
    }

    /** Discards the selection; returns how many dead letters this call discarded. */
    int discard(DeadLetterSelection selection, String reason) {
        return Objects.requireNonNull(transaction.execute(status -> discarded(selection, reason)));
    }

    private int discarded(DeadLetterSelection selection, String reason) {
        var settlement = new Settlement("DISCARDED", AuditService.actor(), reason, clock.instant());
        int total = 0;
        int chunk;
        do {
            chunk = groups.discard(selection, settlement, CHUNK);
            total += chunk;
        } while (chunk == CHUNK);
        if (total > 0) {
            audit.note("discard-all", subject(selection), detail(selection, total, reason));
        }
        return total;
    }

    private static String subject(DeadLetterSelection selection) {
        String subject = "Dead letters %s of %s".formatted(selection.cause(), selection.topic());
        return subject.length() > 80 ? subject.substring(0, 80) : subject;
    }

    private static Map<String, Object> detail(DeadLetterSelection selection, int letters, String reason) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("cause", selection.cause().name());
        detail.put("topic", selection.topic());
        detail.put("letters", letters);
        detail.put("reason", reason);
        return detail;
    }
}
