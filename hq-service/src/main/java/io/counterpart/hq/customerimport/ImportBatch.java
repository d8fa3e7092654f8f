package io.counterpart.hq.customerimport;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.customerfile.FileRecord;
import io.counterpart.hq.customerfile.RowProblem;
import io.counterpart.hq.customerfile.RowRejectedException;
import io.counterpart.hq.customerimport.CustomerImport.Status;
import io.counterpart.hq.customerimport.UniquenessCheck.Verdict;
import io.counterpart.hq.distribution.DistributionLogWriter;
import io.counterpart.hq.master.CustomerMasterStore;
import io.counterpart.hq.master.MasterCustomer;

/**
 * Processes some records of an import in one transaction: customers, snapshots for 1010, reasons of bad records and the
 * position, so that a crash neither loses nor repeats anything.
 */
@Component
class ImportBatch {

    private final CustomerImportRepository imports;
    private final ImportFileRepository file;
    private final ImportChecker checker;
    private final CustomerMasterStore master;
    private final DistributionLogWriter distribution;
    private final Clock clock;

    ImportBatch(
            CustomerImportRepository imports,
            ImportFileRepository file,
            ImportChecker checker,
            CustomerMasterStore master,
            DistributionLogWriter distribution,
            Clock clock) {
        this.imports = imports;
        this.file = file;
        this.checker = checker;
        this.master = master;
        this.distribution = distribution;
        this.clock = clock;
    }

    /** Returns false if no import is in progress, or another instance is processing it. */
    @Transactional
    public boolean run(int size) {
        return imports.claim()
                .map(job -> {
                    run(job, size);
                    return true;
                })
                .orElse(false);
    }

    /** Reports the next record as one that the database rejects, for a reason that no rule covers. */
    @Transactional
    public void skipOne() {
        imports.claim()
                .ifPresent(job -> file.next(job.id(), job.lastLine(), 1)
                        .forEach(row -> save(
                                job,
                                row.line(),
                                new ChunkResult(
                                        1,
                                        List.of(),
                                        0,
                                        List.of(new RowProblem(
                                                row.line(),
                                                null,
                                                null,
                                                "not-stored",
                                                "The database rejects this record."))))));
    }

    private void run(CustomerImport job, int size) {
        Instant now = clock.instant();
        List<FileRecord> records = file.next(job.id(), job.lastLine(), size);
        if (records.isEmpty()) {
            imports.end(job.id(), job.status() == Status.CHECKING ? Status.CHECKED : Status.FINISHED, now);
            checker.noteEnd(job);
            return;
        }
        ChunkResult result = result(job, records, now);
        if (job.status() == Status.RUNNING) {
            master.store(result.created(), List.of(), now);
            distribution.appendSnapshots(
                    result.created().stream().map(MasterCustomer::snapshot).toList(), now);
        }
        save(job, records.get(records.size() - 1).line(), result);
    }

    private ChunkResult result(CustomerImport job, List<FileRecord> records, Instant now) {
        var problems = new ArrayList<RowProblem>();
        List<CheckedCustomer> valid = checker.validate(job, records, now, problems);
        Map<Long, Verdict> verdicts = checker.compare(job, valid);
        var created = new ArrayList<MasterCustomer>();
        int existing = 0;
        for (CheckedCustomer each : valid) {
            Verdict verdict = verdicts.get(each.row().line());
            RowRejectedException reason = verdict == null ? null : verdict.problem();
            if (verdict == null) {
                created.add(each.customer());
            } else if (reason == null) {
                existing++;
            } else {
                problems.add(reason.at(each.row().line(), each.row().accountNumber()));
            }
        }
        return new ChunkResult(records.size(), created, existing, problems);
    }

    private void save(CustomerImport job, long line, ChunkResult result) {
        file.report(job, result.problems());
        imports.advance(job.id(), line, result, clock.instant());
    }
}
