package io.counterpart.hq.privacy;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.contract.snapshot.CustomerSnapshot;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.privacy.ErasureRepository.Selection;
import io.counterpart.hq.staging.StagedRowStore;

/** Erases what HQ's database has of a customer beside its row in the customer master. */
@Component
public class PersonalDataEraser {

    private final ErasureRepository repository;
    private final StagedRowStore staged;
    private final MessageJson json;
    private final Clock clock;

    PersonalDataEraser(ErasureRepository repository, StagedRowStore staged, MessageJson json, Clock clock) {
        this.repository = repository;
        this.staged = staged;
        this.json = json;
        this.clock = clock;
    }

    /** What there is to erase. */
    Map<String, Long> count(CustomerSnapshot customer) {
        Selection selection = selection(customer);
        var rows = new LinkedHashMap<String, Long>();
        rows.put("customer", customer.accountNumber() == null ? 0L : 1L);
        rows.put("async_operation", (long) selection.recids().size());
        rows.putAll(repository.count(selection));
        return rows;
    }

    private Selection selection(CustomerSnapshot customer) {
        ErasureScope scope = ErasureScope.of(customer);
        scope = scope.with(repository.mergedNumbers(scope.ids()));
        List<Long> recids = repository.recids(scope.ids());
        var words = new PersonalWords(scope.content(), repository.payloads(scope.ids(), recids), json);
        return new Selection(scope, recids, words.all());
    }

    /** Finds what there is to erase and empties the audit entries, before the customer is stored without its data. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Begun begin(CustomerSnapshot customer) {
        Selection selection = selection(customer);
        return new Begun(selection, repository.eraseAudit(selection.scope().customer(), selection.words()));
    }

    /** Erases, after the customer was stored without its data; returns the number of rows by table. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<String, Long> finish(Begun begun) {
        Selection selection = begun.selection;
        staged.erase(selection.recids());
        var rows = new LinkedHashMap<String, Long>();
        rows.put("async_operation", (long) selection.recids().size());
        rows.putAll(repository.erase(selection, AuditService.actor(), clock.instant()));
        rows.put("audit_entry", begun.auditEntries);
        return rows;
    }

    /** An erasure whose customer is about to be stored without its data. */
    public static final class Begun {

        private final Selection selection;
        private final long auditEntries;

        private Begun(Selection selection, long auditEntries) {
            this.selection = selection;
            this.auditEntries = auditEntries;
        }
    }
}
