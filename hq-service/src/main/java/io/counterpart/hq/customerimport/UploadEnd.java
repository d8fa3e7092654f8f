package io.counterpart.hq.customerimport;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.audit.AuditService;

/** Ends an upload together with its audit entry. */
@Component
class UploadEnd {

    private final CustomerImportRepository imports;
    private final AuditService audit;
    private final Clock clock;

    UploadEnd(CustomerImportRepository imports, AuditService audit, Clock clock) {
        this.imports = imports;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public void store(UUID id, String name, UploadedFile uploaded) {
        imports.uploaded(id, uploaded, clock.instant());
        audit.note(
                "upload",
                "Customers of " + name,
                Map.of("records", uploaded.records(), "bytes", uploaded.bytes(), "sha256", uploaded.sha256()));
    }
}
