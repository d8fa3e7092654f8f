package io.counterpart.hq.operation.bulk;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

import io.counterpart.hq.audit.Actor;
import io.counterpart.hq.audit.AuditService;
import io.counterpart.hq.operation.OperationFilterForm;
import io.counterpart.hq.operation.OperationResolutionService;
import io.counterpart.hq.problem.HqProblem;

/** Plans a bulk repair and previews its result before the operator starts it. */
@Service
class BulkRepairService {

    private static final int MOST = 10_000;
    private static final int TRIED_OUT = 300;

    private static final Map<String, String> NAMES = Map.of(
            "channelDatabase",
            "channel database",
            "errorCode",
            "cause",
            "kind",
            "operation",
            "q",
            "search",
            "sort",
            "sort order");

    private final OperationResolutionService operations;
    private final BulkRepairRepository repairs;
    private final BulkRepairRehearsal rehearsal;
    private final AuditService audit;
    private final Clock clock;

    BulkRepairService(
            OperationResolutionService operations,
            BulkRepairRepository repairs,
            BulkRepairRehearsal rehearsal,
            AuditService audit,
            Clock clock) {
        this.operations = operations;
        this.repairs = repairs;
        this.rehearsal = rehearsal;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional
    public UUID ofFilter(OperationFilterForm filter, String who) {
        return plan(described(filter), operations.retryable(filter.toFilter(), MOST), BulkEdit.NONE, who);
    }

    @Transactional
    public UUID ofTicked(List<UUID> ticked, BulkEdit edit, String who) {
        return plan("Selected operations", repairs.recids(ticked), edit, who);
    }

    @Transactional
    public UUID retry(UUID id, BulkEdit edit, String who) {
        return plan(find(id).criteria(), repairs.recids(id, MOST), edit, who);
    }

    private static String described(OperationFilterForm filter) {
        var criteria = new StringJoiner(", ", "All operations with ", "").setEmptyValue("All open operations");
        filter.parameters().forEach((name, value) -> {
            // A search may be the name of a person, which is not stored here.
            boolean personal = name.equals("q") && filter.isPersonal();
            criteria.add(personal ? "a search" : "%s “%s”".formatted(NAMES.getOrDefault(name, name), value));
        });
        return criteria.toString();
    }

    private UUID plan(String criteria, List<Long> recids, BulkEdit edit, String who) {
        UUID id = UUID.randomUUID();
        String shortened = criteria.length() > 400 ? criteria.substring(0, 400) : criteria;
        repairs.add(id, shortened, recids, edit, who, clock.instant());
        return id;
    }

    /** Allows the worker to begin; returns whether this call did. */
    @Transactional
    public boolean start(UUID id, int perSecond) {
        boolean started = repairs.to(id, "PREVIEW", "RUNNING", perSecond);
        if (started) {
            BulkRepair bulk = find(id);
            var detail = new LinkedHashMap<String, @Nullable Object>();
            detail.put("criteria", bulk.criteria());
            detail.put("operations", bulk.total());
            detail.put("perSecond", perSecond);
            detail.put("field", bulk.editField());
            detail.put("value", bulk.editValue());
            detail.put("duplicates", bulk.duplicates());
            audit.note("bulk-start", subject(id), detail);
        }
        return started;
    }

    /** Keeps the worker from taking further operations; returns whether it was running. */
    @Transactional
    public boolean cancel(UUID id) {
        BulkRepair bulk = find(id);
        boolean cancelled = repairs.to(id, "RUNNING", "CANCELLED", bulk.perSecond());
        if (cancelled) {
            audit.note("bulk-stop", subject(id), Map.of("done", bulk.done(), "operations", bulk.total()));
        }
        return cancelled;
    }

    /** Audits the retry of one operation on behalf of the user who started the repair. */
    @Transactional
    public void noteRetry(BulkRepair bulk, UUID operation) {
        audit.noteOf(
                Actor.user(bulk.startedBy()),
                "synchronize",
                operation.toString(),
                Map.of("bulkRetry", bulk.id().toString()));
    }

    private static String subject(UUID id) {
        return "Bulk retry " + id;
    }

    BulkRepair find(UUID id) {
        return repairs.find(id).orElseThrow(() -> HqProblem.BULK_REPAIR_NOT_FOUND.problem());
    }

    /** Rehearses the first operations, without changes. */
    BulkRepairPreview preview(UUID id) {
        BulkRepair bulk = find(id);
        List<Long> looked = repairs.recids(id, TRIED_OUT);
        Collection<String> failures = rehearsal.failures(bulk, looked).values();
        if (looked.size() == bulk.total()) {
            repairs.expect(id, failures.size());
        }
        return new BulkRepairPreview(looked.size(), looked.size() - failures.size(), counted(failures));
    }

    /** The reasons of what failed in the run. */
    List<BulkRepairPreview.RefusalCount> failures(UUID id) {
        return repairs.failures(id);
    }

    private static List<BulkRepairPreview.RefusalCount> counted(Collection<String> failures) {
        var counts = new TreeMap<String, Long>();
        failures.forEach(reason -> counts.merge(reason, 1L, Long::sum));
        return counts.entrySet().stream()
                .map(it -> new BulkRepairPreview.RefusalCount(it.getKey(), it.getValue()))
                .sorted(Comparator.comparingLong(BulkRepairPreview.RefusalCount::operations)
                        .reversed())
                .toList();
    }
}
