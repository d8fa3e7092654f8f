package io.counterpart.hq.reconciliation;

import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.session.ChannelReport.AvailableOperations;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.problem.HqProblem;

/** Stores which operations channel databases cannot upload again, until an operator acknowledges them. */
@Service
public class UnavailableOperationService {

    private final UnavailableOperationRepository repository;
    private final ReconciliationRepository reconciliation;
    private final AuditService audit;

    UnavailableOperationService(
            UnavailableOperationRepository repository, ReconciliationRepository reconciliation, AuditService audit) {
        this.repository = repository;
        this.reconciliation = reconciliation;
        this.audit = audit;
    }

    /** Stores the answers of channel databases; a repeated or older answer has no effect. */
    @Transactional
    public void save(List<AvailableOperations> answers) {
        answers.forEach(repository::save);
    }

    public List<UnavailableOperations> all() {
        return repository.byChannelDatabase(true);
    }

    public List<UnavailableOperations> notAcknowledged() {
        return repository.byChannelDatabase(false);
    }

    /** Returns the number of operations that were acknowledged by this call. */
    @Transactional
    public long acknowledge(String channelDatabase) {
        if (!reconciliation.isKnown(channelDatabase)) {
            throw HqProblem.CHANNEL_DATABASE_NOT_FOUND.problem();
        }
        long operations = repository.acknowledge(channelDatabase);
        audit.note("acknowledge-unavailable", channelDatabase, Map.of("operations", operations));
        return operations;
    }
}
