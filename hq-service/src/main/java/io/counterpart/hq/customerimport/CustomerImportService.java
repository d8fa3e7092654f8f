package io.counterpart.hq.customerimport;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

import io.counterpart.hq.audit.Actor;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.customerfile.CustomerField;
import io.counterpart.hq.customerfile.RowProblem;
import io.counterpart.hq.customerimport.CustomerImport.Status;
import io.counterpart.hq.problem.HqProblem;
import io.counterpart.support.problem.FieldErrors;

/** Starts and cancels imports of customers, and reports their progress and their bad records. */
@Service
class CustomerImportService {

    private static final int MOST_LISTED = 50;

    private final CustomerImportRepository imports;
    private final ImportFileRepository file;
    private final ImportLoop loop;
    private final AuditService audit;
    private final TransactionTemplate transaction;
    private final Clock clock;

    CustomerImportService(
            CustomerImportRepository imports,
            ImportFileRepository file,
            ImportLoop loop,
            AuditService audit,
            TransactionTemplate transaction,
            Clock clock) {
        this.imports = imports;
        this.file = file;
        this.loop = loop;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Newest first, the last fifty. */
    List<CustomerImport> list() {
        return imports.list(MOST_LISTED);
    }

    CustomerImport one(UUID id) {
        return imports.find(id).orElseThrow(HqProblem.CUSTOMER_IMPORT_NOT_FOUND::problem);
    }

    /** In the order of the file, behind a line. */
    List<RowProblem> problems(CustomerImport job, long after, int limit) {
        return file.problems(job, after, limit);
    }

    /**
     * Starts a dry run or the import.
     *
     * @param mapping by name in the file, the field of a customer or null; null: as it was
     */
    CustomerImport start(UUID id, boolean dryRun, @Nullable Map<String, @Nullable String> mapping) {
        transaction.executeWithoutResult(status -> {
            CustomerImport job = imports.lock(id).orElseThrow(HqProblem.CUSTOMER_IMPORT_NOT_FOUND::problem);
            if (!job.isStartable()) {
                throw HqProblem.CUSTOMER_IMPORT_STATE.because("An import that is %s cannot be started."
                        .formatted(job.status().name().toLowerCase(Locale.ROOT)));
            }
            Map<String, String> used = mapping == null ? job.mapping() : checked(job, mapping);
            requireNumber(used);
            imports.start(id, dryRun ? Status.CHECKING : Status.RUNNING, used, Actor.current(), clock.instant());
            audit.note(
                    dryRun ? "start-dry-run" : "start-import",
                    subject(job),
                    Map.of("records", job.records(), "mapping", used));
        });
        loop.trigger();
        return one(id);
    }

    /** Ends an import; what was imported stays. A dry run that is cancelled can be started again. Repeatable. */
    CustomerImport cancel(UUID id) {
        transaction.executeWithoutResult(status -> {
            CustomerImport job = imports.lock(id).orElseThrow(HqProblem.CUSTOMER_IMPORT_NOT_FOUND::problem);
            if (job.status() == Status.CANCELLED) {
                return;
            }
            if (job.status() == Status.FINISHED || job.status() == Status.FAILED) {
                throw HqProblem.CUSTOMER_IMPORT_STATE.because("The import has ended already.");
            }
            Status end = job.status() == Status.CHECKING ? Status.UPLOADED : Status.CANCELLED;
            imports.end(id, end, clock.instant());
            audit.note(
                    "cancel",
                    subject(job),
                    Map.of("done", job.done(), "created", job.status() == Status.RUNNING ? job.created() : 0));
        });
        loop.cleanSoon();
        return one(id);
    }

    private static String subject(CustomerImport job) {
        return "Customers of " + job.fileName();
    }

    private static Map<String, String> checked(CustomerImport job, Map<String, @Nullable String> mapping) {
        var errors = new FieldErrors();
        var used = new LinkedHashMap<String, String>();
        mapping.forEach((column, field) -> {
            String pointer = "/mapping/" + column;
            if (!job.columns().contains(column)) {
                errors.add(pointer, "unknown-column", "The file has no field “%s”".formatted(column));
            } else if (field == null || field.isBlank()) {
                return;
            } else if (!CustomerField.isOne(field)) {
                errors.add(pointer, "unknown-field", "A customer has no field “%s”".formatted(field));
            } else if (used.containsValue(field)) {
                errors.add(pointer, "field-used-twice", "Another column is “%s” already".formatted(field));
            } else {
                used.put(column, field);
            }
        });
        errors.throwIfAny();
        return used;
    }

    private static void requireNumber(Map<String, String> mapping) {
        var errors = new FieldErrors();
        if (!mapping.containsValue(CustomerField.ACCOUNT_NUMBER)) {
            errors.add("/mapping", "required", "Choose the column of the account number");
        }
        errors.throwIfAny();
    }
}
