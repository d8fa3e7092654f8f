package io.counterpart.hq.operation.cause;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.operation.cause.FailureCauseRepository.CauseNote;
import io.counterpart.hq.operation.cause.FailureCauseRepository.FailureCause;

/** Lists the causes of failed operations, and stores notes about them. */
@Service
class FailureCauseService {

    private final FailureCauseRepository repository;
    private final AuditService audit;
    private final Clock clock;

    FailureCauseService(FailureCauseRepository repository, AuditService audit, Clock clock) {
        this.repository = repository;
        this.audit = audit;
        this.clock = clock;
    }

    List<FailureCause> causes() {
        return repository.causes();
    }

    /** The notes by error code. */
    Map<String, List<CauseNote>> notes(List<FailureCause> causes) {
        var notes = new LinkedHashMap<String, List<CauseNote>>();
        causes.forEach(it -> notes.putIfAbsent(it.errorCode(), repository.notes(it.errorCode())));
        return notes;
    }

    @Transactional
    public void saveNote(String errorCode, String note) {
        repository.saveNote(errorCode, note, AuditService.actor(), clock.instant());
        audit.noteChange("note", "Cause " + errorCode, null, Map.of("note", note));
    }
}
