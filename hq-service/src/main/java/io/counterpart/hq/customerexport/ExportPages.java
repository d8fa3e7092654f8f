package io.counterpart.hq.customerexport;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.customerfile.FileFormat;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;

/** The short transactions of an export: a page of customers, and the audit entries. */
@Component
class ExportPages {

    private static final String SUBJECT = "All customers";

    private final CustomerMasterStore master;
    private final AuditService audit;

    ExportPages(CustomerMasterStore master, AuditService audit) {
        this.master = master;
        this.audit = audit;
    }

    @Transactional(readOnly = true)
    public List<MasterCustomer> next(UUID after, int limit) {
        return master.next(after, limit);
    }

    /** Before anything is sent: a caller that breaks off is recorded too. */
    @Transactional
    public void noteStart(FileFormat format) {
        audit.note("start-export", SUBJECT, Map.of("format", format));
    }

    @Transactional
    public void noteEnd(FileFormat format, long customers) {
        audit.note("export", SUBJECT, Map.of("format", format, "customers", customers));
    }
}
