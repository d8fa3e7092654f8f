package io.counterpart.hq.duplicate;

import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.duplicate.DuplicatePolicyRepository.DuplicatePolicy;
import io.counterpart.hq.master.DuplicateMode;
import io.counterpart.hq.problem.Versions;

/** Reads and changes the duplicate policy. */
@Service
class DuplicatePolicyService {

    private final DuplicatePolicyRepository repository;
    private final AuditService audit;

    DuplicatePolicyService(DuplicatePolicyRepository repository, AuditService audit) {
        this.repository = repository;
        this.audit = audit;
    }

    DuplicatePolicy read() {
        return repository.read();
    }

    /** Changes the version that the caller read; applies from the next chunk of conversions. */
    @Transactional
    public DuplicatePolicy save(DuplicateMode mode, long version) {
        var before = Map.of("mode", repository.read().mode());
        Versions.require(repository.save(mode, version));
        audit.noteChange("set", "duplicate-policy", before, Map.of("mode", mode));
        return repository.read();
    }
}
