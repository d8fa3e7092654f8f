package io.counterpart.hq.privacy;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.master.MasterCustomer;
import io.counterpart.hq.numbering.NumberGate;

/** When erasures may be carried out, and what the audit log says about them: no personal data. */
@Component
class ErasureRecords {

    static final String ACTION = "erase-customer";

    private final NumberGate gate;
    private final AuditService audit;
    private final Clock clock;

    ErasureRecords(NumberGate gate, AuditService audit, Clock clock) {
        this.gate = gate;
        this.audit = audit;
        this.clock = clock;
    }

    /** A recovery would bring back what it collected before. */
    void requireOpen() {
        gate.requireOpen();
    }

    Instant now() {
        return clock.instant();
    }

    void note(MasterCustomer erased, ErasureReason reason, @Nullable String reference, Map<String, Long> rows) {
        var detail = new LinkedHashMap<String, Object>();
        detail.put("reason", reason);
        if (reference != null) {
            detail.put("reference", reference);
        }
        detail.put("rows", rows.values().stream().mapToLong(Long::longValue).sum());
        audit.note(ACTION, erased.number(), detail);
    }
}
