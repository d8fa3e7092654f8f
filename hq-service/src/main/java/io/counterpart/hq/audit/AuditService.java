package io.counterpart.hq.audit;

import java.time.Clock;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Appends to the audit trail in the transaction of the change. Entries never contain passwords, tokens or hashes. */
@Component
public class AuditService {

    private final AuditRepository repository;
    private final ChangeDetector changes;
    private final Clock clock;

    AuditService(AuditRepository repository, ChangeDetector changes, Clock clock) {
        this.repository = repository;
        this.changes = changes;
        this.clock = clock;
    }

    /** Records an action of the caller. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(String action, String subject, Map<String, ? extends @Nullable Object> detail) {
        noteOf(Actor.current(), action, subject, detail);
    }

    /** Records an action on behalf of a user who is no longer signed in, or of the service. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteOf(Actor who, String action, String subject, Map<String, ? extends @Nullable Object> detail) {
        repository.insert(clock.instant(), who, new AuditAction(action, subject), detail, List.of());
    }

    /**
     * Records the fields that the caller changed.
     *
     * @param before the old state; null: created
     * @param after the new state; null: removed
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteChange(String action, String subject, @Nullable Object before, @Nullable Object after) {
        noteChangeOf(Actor.current(), action, subject, before, after);
    }

    /** The same on behalf of another actor. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteChangeOf(
            Actor who, String action, String subject, @Nullable Object before, @Nullable Object after) {
        noteChanges(who, new AuditAction(action, subject), Map.of(), changes.between(before, after));
    }

    /** Records an action of which the caller knows the changed fields. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteChanges(
            Actor who, AuditAction act, Map<String, ? extends @Nullable Object> detail, List<AuditChange> changed) {
        repository.insert(clock.instant(), who, act, detail, changed);
    }

    /** Records that a setting was created or changed. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteSetting(String subject, @Nullable Object before, Object after) {
        noteChange(before == null ? "create" : "change", subject, before, after);
    }

    public static String actor() {
        return Actor.current().name();
    }
}
