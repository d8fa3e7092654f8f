package io.counterpart.hq.customerimport;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.customerimport.CustomerImport.Status;

/**
 * Deletes files after their imports, abandoned uploads, and reports after their period of retention: once an hour, and
 * after an import.
 */
@Component
class ImportCleanup {

    private static final Duration UPLOAD_SILENT = Duration.ofMinutes(30);
    private static final Duration INTERVAL = Duration.ofHours(1);
    private static final int AT_ONCE = 20_000;

    private final CustomerImportRepository imports;
    private final ImportFileRepository file;
    private final CustomerImportProperties properties;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private volatile Instant due = Instant.EPOCH;

    ImportCleanup(
            CustomerImportRepository imports,
            ImportFileRepository file,
            CustomerImportProperties properties,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.file = file;
        this.properties = properties;
        this.transaction = transaction;
        this.clock = clock;
    }

    void soon() {
        due = Instant.EPOCH;
    }

    /** Returns whether there may be more to delete. */
    boolean cleanIfDue() {
        Instant now = clock.instant();
        if (now.isBefore(due)) {
            return false;
        }
        boolean more = Boolean.TRUE.equals(transaction.execute(status -> clean(now)));
        due = more ? Instant.EPOCH : now.plus(INTERVAL);
        return more;
    }

    private boolean clean(Instant now) {
        imports.abandoned(now.minus(UPLOAD_SILENT), now.minus(properties.keepFile()))
                .forEach(id -> imports.end(id, Status.CANCELLED, now));
        imports.delete(now.minus(properties.keepReport()));
        return file.deleteRest(AT_ONCE);
    }
}
