package io.counterpart.hq.customerimport;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;

import io.counterpart.hq.audit.Actor;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.customerfile.CustomerRowReader;
import io.counterpart.hq.customerfile.FileRecord;
import io.counterpart.hq.customerfile.RowProblem;
import io.counterpart.hq.customerfile.RowRejectedException;
import io.counterpart.hq.customerimport.CustomerImport.Status;
import io.counterpart.hq.customerimport.UniquenessCheck.Verdict;
import io.counterpart.hq.master.ReferenceData;
import io.counterpart.hq.master.ReferenceDataSource;
import io.counterpart.hq.messaging.MessageJson;
import io.counterpart.hq.numbering.ImportedNumbers;
import io.counterpart.hq.numbering.NumberSequenceGenerator;

/** Decides which records become customers. */
@Component
class ImportChecker {

    private final CustomerImportRepository imports;
    private final UniquenessCheck uniqueness;
    private final ReferenceDataSource reference;
    private final ImportedNumbers numbers;
    private final AuditService audit;
    private final MessageJson json;

    ImportChecker(
            CustomerImportRepository imports,
            UniquenessCheck uniqueness,
            ReferenceDataSource reference,
            ImportedNumbers numbers,
            AuditService audit,
            MessageJson json) {
        this.imports = imports;
        this.uniqueness = uniqueness;
        this.reference = reference;
        this.numbers = numbers;
        this.audit = audit;
        this.json = json;
    }

    /** The records with valid values; adds the reasons of all others. */
    List<CheckedCustomer> validate(
            CustomerImport job, List<FileRecord> records, Instant now, List<RowProblem> problems) {
        ReferenceData data = reference.read();
        var reader = new CustomerRowReader(job.format(), job.columns(), job.mapping(), data.attributes(), json);
        var validator = new RecordValidator(job, reader, data, imports.channels(), now);
        var valid = new ArrayList<CheckedCustomer>(records.size());
        for (FileRecord row : records) {
            try {
                valid.add(validator.check(row));
            } catch (RowRejectedException e) {
                problems.add(e.at(row.line(), validator.accountNumber(row)));
            }
        }
        return valid;
    }

    /** What the valid records have in common with the file and the master. */
    Map<Long, Verdict> compare(CustomerImport job, List<CheckedCustomer> valid) {
        if (job.status() == Status.RUNNING) {
            numbers.reserve(
                    NumberSequenceGenerator.CUSTOMER,
                    valid.stream().map(it -> it.row().accountNumber()).toList());
        }
        return uniqueness.check(job, valid);
    }

    /** Records what a dry run or an import did, on behalf of who started it. */
    void noteEnd(CustomerImport job) {
        String name = job.startedBy();
        String kind = job.startedByKind();
        Actor who = name == null || kind == null ? Actor.SERVICE : new Actor(name, Actor.Kind.valueOf(kind));
        audit.noteOf(
                who,
                job.status() == Status.CHECKING ? "dry-run" : "import",
                "Customers of " + job.fileName(),
                Map.of(
                        "records", job.done(),
                        "created", job.status() == Status.CHECKING ? 0 : job.created(),
                        "existing", job.existing(),
                        "bad", job.bad()));
    }
}
