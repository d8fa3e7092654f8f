package io.counterpart.hq.audit;

import java.time.Clock;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.security.Caller;

/** Appends to the audit trail in the transaction of the change. */
@Component
public class AuditService {

    private final AuditRepository repository;
    private final Clock clock;

    AuditService(AuditRepository repository, Clock clock) {
        this.repository = repository;
        this.clock = clock;
    }

    /** Records an action of the signed-in user. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(String action, String subject, Map<String, ? extends @Nullable Object> detail) {
        noteOf(actor(), action, subject, detail);
    }

    /** Records an action on behalf of a user who is no longer signed in, or of the service. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteOf(String who, String action, String subject, Map<String, ? extends @Nullable Object> detail) {
        repository.insert(clock.instant(), who, action, subject, detail);
    }

    public static String actor() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null) {
            return "hq-service";
        }
        return authentication.getPrincipal() instanceof Caller caller ? caller.device() : authentication.getName();
    }
}
